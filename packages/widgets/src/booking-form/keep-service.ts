import { keptService, keptServiceKey } from './kept-service.ts';

/** Keeps the service that was chosen in place of the page's. */
export function keepService(form: Element, serviceId: string): void {
  if (serviceId === (keptService(form) ?? form.getAttribute('service') ?? '')) return;
  try {
    const state = history.state as object | null;
    history.replaceState({ ...state, [keptServiceKey(form)]: serviceId }, '');
  } catch {
    // A sandbox that forbids it: after a reload the form asks again.
  }
}
