/** A terminal of the mall's own, as its cookie names it. */
export interface TrustedTerminal {
  id: string;
  /** The `id` of the kiosk that it stands at. */
  kioskId: string;
  /** Kemendagri code of its regency. */
  regency: string;
}

/** The cookie of a terminal. Scripts cannot read it, and other websites cannot send it. */
export const kioskCookie = 'mpp_kiosk';

/** How long, in days, a terminal is trusted without being set up anew. Browsers keep none longer. */
export const trustedDays = 400;
