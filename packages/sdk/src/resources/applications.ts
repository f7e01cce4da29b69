import {
  applications,
  applicationMoves,
  type Answers,
  type Application,
  type ApplicationStatus,
  type ApplicationUnlock,
  type CorrectedApplication,
  type NewApplication,
} from '@mpp-digital/contract';

import { download } from '../bytes.ts';
import type { CachedOptions, OnceOptions, RequestOptions } from '../options.ts';
import { codeOf, secretOf } from '../owned.ts';
import { Resource, type MethodsFor } from '../resource.ts';
import { watching, type WatchingOptions } from '../watching.ts';

/** What proves an application one's own: a whole one, or these two of it. */
export type ApplicationKey = Pick<Application, 'id' | 'secret'>;

/** How to watch an application. */
export interface ApplicationWatchOptions extends WatchingOptions<ApplicationStatus> {}

/**
 * Applications (_permohonan_): handed in online, corrected, followed, and what comes of them. Not part
 * of `MppClient`.
 *
 * @example
 * ```ts
 * import { Applications, Transport } from '@mpp-digital/sdk/resources';
 *
 * const transport = new Transport({ baseUrl: 'https://mpp.example.go.id', regency: '35.79' });
 * const applications = new Applications(transport);
 * const { state, dueOn } = await applications.status('7k3m 9qxt 2bhr');
 * console.log(state, dueOn);
 * ```
 */
export class Applications extends Resource implements MethodsFor<typeof applications> {
  /**
   * Reads a service's form. Kept for days on which the server is down, like the catalogue.
   *
   * @throws {@link MppError} `not_found` where the service cannot be applied for here.
   */
  form(serviceId: string, options?: CachedOptions) {
    return this.call(applications.form, { params: { serviceId } }, options);
  }

  /**
   * Hands in an application. Lost answers are asked for again with the same key, so one call is at most
   * one application.
   *
   * @throws {@link MppError} `not_found`; `invalid_request` with `fieldErrors`, whose pointers lead to
   *   what does not fit: `/answers/str/number`, `/documents/0`.
   */
  submit(application: NewApplication, options?: OnceOptions): Promise<Application> {
    return this.call(applications.submit, { body: application }, options);
  }

  /**
   * Sees where an application stands.
   *
   * @param code - As it was typed, or its secret.
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped.
   */
  async status(code: string, options?: RequestOptions): Promise<ApplicationStatus> {
    return this.call(applications.status, { bearer: codeOf(code) }, options);
  }

  /**
   * Watches an application: gives where it stands, and again whenever that changes, until it has ended.
   * As patient as `tracking.watch`.
   *
   * @throws {@link MppError} `not_found`, and whatever else will not pass by waiting.
   */
  watch(
    code: string,
    options: ApplicationWatchOptions = {},
  ): AsyncGenerator<ApplicationStatus, void, void> {
    const isOver = ({ state }: ApplicationStatus) => applicationMoves[state].length === 0;
    return watching((request) => this.status(code, request), isOver, options);
  }

  /**
   * Gets an application by its code and the last four digits of the phone number. Few tries are allowed.
   *
   * @throws {@link MppError} `not_found`, also without asking when the code is mistyped; or
   *   `too_many_requests`.
   */
  async unlock(proof: ApplicationUnlock, options?: RequestOptions): Promise<Application> {
    const body = { ...proof, code: codeOf(proof.code) };
    return this.call(applications.unlock, { body }, options);
  }

  /**
   * Reads one's own application.
   *
   * @throws {@link MppError} `not_found`, also when the secret does not fit.
   */
  async show(application: ApplicationKey, options?: RequestOptions): Promise<Application> {
    return this.call(applications.show, owned(application), options);
  }

  /**
   * Reads what one has answered, while it is to be corrected.
   *
   * @throws {@link MppError} `not_found`, or `wrong_state` at any other time.
   */
  async answers(
    application: ApplicationKey,
    options?: RequestOptions,
  ): Promise<{ answers: Answers }> {
    return this.call(applications.answers, owned(application), options);
  }

  /**
   * Hands in what an officer asked to be corrected.
   *
   * @throws {@link MppError} `not_found`, `wrong_state`, `correction_late`; `invalid_request` with
   *   `fieldErrors`, as with {@link Applications.submit}.
   */
  async correct(
    application: ApplicationKey,
    corrected: CorrectedApplication,
    options?: OnceOptions,
  ): Promise<Application> {
    const input = { ...owned(application), body: corrected };
    return this.call(applications.correct, input, options);
  }

  /**
   * Takes an application back. Twice is the same as once.
   *
   * @throws {@link MppError} `not_found`, or `wrong_state` once it is too late.
   */
  async withdraw(application: ApplicationKey, options?: RequestOptions): Promise<Application> {
    return this.call(applications.withdraw, owned(application), options);
  }

  /**
   * Gets an issued document.
   *
   * @param documentId - Its `id` in `issued`.
   * @throws {@link MppError} `not_found`.
   */
  async issued(
    application: ApplicationKey,
    documentId: string,
    options?: RequestOptions,
  ): Promise<Blob> {
    const { params, bearer } = owned(application);
    const input = { params: { ...params, documentId }, bearer };
    return download(this.transport, applications.issued, input, options);
  }
}

const owned = ({ id, secret }: ApplicationKey) => ({
  params: { applicationId: id },
  bearer: secretOf(secret),
});
