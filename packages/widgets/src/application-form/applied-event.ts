/** Fired by the application form when an application was handed in. Says nothing of the person. */
export class AppliedEvent extends Event {
  /** Id of the service. */
  readonly serviceId: string;

  constructor(serviceId: string) {
    super('mpp-applied', { bubbles: true, composed: true });
    this.serviceId = serviceId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'mpp-applied': AppliedEvent;
  }
  interface DocumentEventMap {
    'mpp-applied': AppliedEvent;
  }
  interface WindowEventMap {
    'mpp-applied': AppliedEvent;
  }
}
