import {
  staffApplications,
  type ApplicationEntry,
  type ApplicationState,
  type ApplicationStep,
  type CorrectionRequest,
  type NewIssuedDocument,
  type NewVisitApplication,
  type StaffApplication,
  type VisitApplication,
} from '@mpp-digital/contract';

import { download } from '../bytes.ts';
import { List } from '../list.ts';
import type { OnceOptions, RequestOptions } from '../options.ts';
import { codeOf } from '../owned.ts';
import { Resource, type MethodsFor } from '../resource.ts';

/** Which applications to list. */
export interface ApplicationsOptions extends RequestOptions {
  /** Those that stand there; those that have not ended, without it. */
  state?: ApplicationState | undefined;
  /** Those of one agency; of all that the officer may act for, without it. */
  agencyId?: string | undefined;
  /** The `next` of the page before. */
  cursor?: string | undefined;
  /** How many in one page, 1 to 100; 50 without it. */
  limit?: number | undefined;
}

/**
 * What officers do with applications. Like `Staff`, it works with the cookie of an officer's sign-in;
 * whatever belongs to an agency that the officer may not act for is `not_found`.
 *
 * @example
 * ```ts
 * import { StaffApplications, Transport } from '@mpp-digital/sdk/resources';
 *
 * const transport = new Transport({ baseUrl: location.origin, regency: '35.79' });
 * const desk = new StaffApplications(transport);
 * for await (const { applicationId } of desk.list({ state: 'submitted' })) {
 *   await desk.move(applicationId, 'verifying');
 * }
 * ```
 */
export class StaffApplications extends Resource implements MethodsFor<typeof staffApplications> {
  /** Lists applications, those first that were handed in first. */
  list(options: ApplicationsOptions = {}): List<ApplicationEntry> {
    const { state, agencyId, limit } = options;
    return new List((cursor) => {
      const query = { state, agencyId, cursor, limit: limit?.toString() };
      return this.call(staffApplications.list, { query }, options);
    }, options.cursor);
  }

  /**
   * Finds one by its code.
   *
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped.
   */
  async find(code: string, options?: RequestOptions): Promise<StaffApplication> {
    return this.call(staffApplications.find, { body: { code: codeOf(code) } }, options);
  }

  /** Reads one, with answers and history. */
  show(applicationId: string, options?: RequestOptions): Promise<StaffApplication> {
    return this.call(staffApplications.show, { params: { applicationId } }, options);
  }

  /** Gets a document that was handed in. */
  document(applicationId: string, documentId: string, options?: RequestOptions): Promise<Blob> {
    const params = { applicationId, documentId };
    return download(this.transport, staffApplications.document, { params }, options);
  }

  /** Gets a document that was issued. */
  issued(applicationId: string, documentId: string, options?: RequestOptions): Promise<Blob> {
    const params = { applicationId, documentId };
    return download(this.transport, staffApplications.issued, { params }, options);
  }

  /**
   * Moves one on.
   *
   * @throws {@link MppError} `wrong_state` when `applicationMoves` does not allow it.
   */
  move(
    applicationId: string,
    state: ApplicationStep['state'],
    options?: OnceOptions,
  ): Promise<StaffApplication> {
    const input = { params: { applicationId }, body: { state } };
    return this.call(staffApplications.move, input, options);
  }

  /**
   * Asks the applicant for a correction.
   *
   * @throws {@link MppError} `wrong_state`, `day_past`, or `day_beyond_window`.
   */
  askCorrection(
    applicationId: string,
    request: CorrectionRequest,
    options?: OnceOptions,
  ): Promise<StaffApplication> {
    const input = { params: { applicationId }, body: request };
    return this.call(staffApplications.askCorrection, input, options);
  }

  /**
   * Asks the applicant to pay.
   *
   * @param amount - Whole rupiah.
   * @throws {@link MppError} `wrong_state`.
   */
  askPayment(
    applicationId: string,
    amount: number,
    options?: OnceOptions,
  ): Promise<StaffApplication> {
    const input = { params: { applicationId }, body: { amount } };
    return this.call(staffApplications.askPayment, input, options);
  }

  /**
   * Notes that it was paid.
   *
   * @throws {@link MppError} `wrong_state`.
   */
  confirmPayment(applicationId: string, options?: OnceOptions): Promise<StaffApplication> {
    return this.call(staffApplications.confirmPayment, { params: { applicationId } }, options);
  }

  /**
   * Rejects one.
   *
   * @throws {@link MppError} `wrong_state`.
   */
  reject(applicationId: string, reason: string, options?: OnceOptions): Promise<StaffApplication> {
    const input = { params: { applicationId }, body: { reason } };
    return this.call(staffApplications.reject, input, options);
  }

  /**
   * Attaches a document for the applicant.
   *
   * @throws {@link MppError} `wrong_state`; `invalid_request` when its file has not come.
   */
  attach(
    applicationId: string,
    document: NewIssuedDocument,
    options?: OnceOptions,
  ): Promise<StaffApplication> {
    const input = { params: { applicationId }, body: document };
    return this.call(staffApplications.attach, input, options);
  }

  /**
   * Opens one for somebody who is at the counter.
   *
   * @throws {@link MppError} `wrong_state` when the visit is not under way; `invalid_request` with
   *   `fieldErrors`, as with `applications.submit`.
   */
  open(
    bookingId: string,
    application: NewVisitApplication,
    options?: OnceOptions,
  ): Promise<VisitApplication> {
    const input = { params: { bookingId }, body: application };
    return this.call(staffApplications.open, input, options);
  }
}
