/** Fired by the finder when a citizen wants a time for a service. Cancel it to lead elsewhere. */
export class BookEvent extends Event {
  /** Id of the service. */
  readonly serviceId: string;

  constructor(serviceId: string) {
    super('mpp-book', { bubbles: true, composed: true, cancelable: true });
    this.serviceId = serviceId;
  }
}

/** Fired by the booking form when a seat was taken. Says nothing of the person. */
export class BookedEvent extends Event {
  /** Id of the service. */
  readonly serviceId: string;
  /** When it begins, RFC 3339. */
  readonly startsAt: string;

  constructor(serviceId: string, startsAt: string) {
    super('mpp-booked', { bubbles: true, composed: true });
    this.serviceId = serviceId;
    this.startsAt = startsAt;
  }
}

/** Fired by the booking form and the tracker when a booking was moved to another time. */
export class RescheduledEvent extends Event {
  /** Id of the service. */
  readonly serviceId: string;
  /** When it now begins, RFC 3339. */
  readonly startsAt: string;

  constructor(serviceId: string, startsAt: string) {
    super('mpp-rescheduled', { bubbles: true, composed: true });
    this.serviceId = serviceId;
    this.startsAt = startsAt;
  }
}

/** Fired by the booking form and the tracker when a seat was given back. */
export class CancelledEvent extends Event {
  /** Id of the service. */
  readonly serviceId: string;

  constructor(serviceId: string) {
    super('mpp-cancelled', { bubbles: true, composed: true });
    this.serviceId = serviceId;
  }
}

/** The widgets' events by name. They bubble to the document and the window. */
export interface WidgetEventMap {
  'mpp-book': BookEvent;
  'mpp-booked': BookedEvent;
  'mpp-rescheduled': RescheduledEvent;
  'mpp-cancelled': CancelledEvent;
}

declare global {
  interface HTMLElementEventMap extends WidgetEventMap {}
  interface DocumentEventMap extends WidgetEventMap {}
  interface WindowEventMap extends WidgetEventMap {}
}
