import { BookEvent } from '../events.ts';
import { show, widgetOf } from '../nearer.ts';

/**
 * Says that someone wants a time for a service. Unless the page does something else with it, the
 * booking form on the page gets the service and the focus, now or as soon as it is there; without
 * a form, the server's own page opens.
 *
 * @param page - Address of the server's page for booking this service.
 */
export function book(finder: HTMLElement, serviceId: string, page: string): void {
  if (!finder.dispatchEvent(new BookEvent(serviceId))) return;
  const form = widgetOf('janji');
  if (!form) {
    location.assign(page);
    return;
  }
  // Kept by an element that is defined later, too.
  form.service = serviceId;
  void show(form);
}
