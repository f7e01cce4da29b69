import { BookEvent } from '../events.ts';

/** As much of the booking form as the finder has to do with. */
interface Form extends HTMLElement {
  service: string;
}

/**
 * Says that someone wants a time for a service. Unless the page does something else with it, the
 * booking form on the page gets the service and the focus, now or as soon as it is there; without
 * a form, the server's own page opens.
 *
 * @param page - Address of the server's page for booking this service.
 */
export function book(finder: HTMLElement, serviceId: string, page: string): void {
  if (!finder.dispatchEvent(new BookEvent(serviceId))) return;
  const form = document.querySelector<Form>('mpp-booking-form');
  if (!form) {
    location.assign(page);
    return;
  }
  // Kept by an element that is defined later, too.
  form.service = serviceId;
  void show(form);
}

/** Scrolls to another widget of the page and gives it the focus, once it can take it. */
export async function show(widget: HTMLElement): Promise<void> {
  widget.scrollIntoView({ block: 'start' });
  await customElements.whenDefined(widget.localName);
  await (widget as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  widget.focus();
}
