/**
 * The service that a citizen chose in place of the page's, as the page's history entry keeps it: there
 * it outlasts a reload, and says nothing of the person.
 */
export function keptService(form: Element): string | undefined {
  return (history.state as Record<string, string> | null)?.[keptServiceKey(form)];
}

/** Its name in the state of the history entry. */
export function keptServiceKey(form: Element): string {
  return `mpp-service ${form.getAttribute('service')}`;
}
