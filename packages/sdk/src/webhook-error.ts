/**
 * Why a message was refused.
 *
 * - `header_missing`: one of the three headers is not there; `message` says which.
 * - `timestamp_malformed`: `webhook-timestamp` is no number of seconds.
 * - `too_old`, `too_new`: it was sent too long ago, or in the future: a repeated message, or a wrong clock.
 * - `signature_mismatch`: it was changed on its way, or signed with another secret.
 * - `secret_malformed`: the secret that was given here is not one. A fault of the receiver's.
 * - `payload_malformed`: genuine, but no message that the contract knows.
 * - `unknown_event`: genuine, and of a type that this version does not know.
 */
export type WebhookFault =
  | 'header_missing'
  | 'timestamp_malformed'
  | 'too_old'
  | 'too_new'
  | 'signature_mismatch'
  | 'secret_malformed'
  | 'payload_malformed'
  | 'unknown_event';

/**
 * A message that `verifyWebhook` refused. It says nothing of what the message contains.
 *
 * @example
 * ```ts
 * import { verifyWebhook, WebhookError } from '@mpp-digital/sdk/webhooks';
 *
 * declare const request: Request, secret: string;
 * try {
 *   await verifyWebhook(await request.text(), request.headers, secret);
 * } catch (error) {
 *   if (!(error instanceof WebhookError)) throw error;
 *   console.warn(`A message was refused: ${error.message}`);
 * }
 * ```
 */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';

  /** Branch on this. */
  readonly code: WebhookFault;

  constructor(code: WebhookFault, detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.code = code;
  }
}
