import type { FormAnswers, FormDefinition } from '@mpp-digital/contract';
import { Applications, type Transport } from '@mpp-digital/sdk/resources';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { Waiting } from '../form/waiting.ts';
import type { Contact } from './application-context.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { emptyFields, readAnswers, type Typed } from './typed-answers.ts';

interface Reader {
  transport: () => Transport;
  /** Empty while none is chosen. */
  serviceId: () => string;
  /** Which form: another is read when it changes. */
  id: () => string;
  drafts: DraftKeeper;
  /** Nothing of the last form stays. */
  onBegin: () => void;
}

/** Reads a service's form, and holds what is typed into it: at first what was kept of it. */
export class FormReading implements ReactiveController {
  /** Undefined as long as it is not here. */
  form: FormDefinition | undefined;
  /** Why it could not be read. */
  error: unknown;
  typed: Typed = {};
  readonly contact: Contact = { name: '', phone: '' };

  readonly waiting: Waiting;
  readonly #host: ReactiveControllerHost;
  readonly #reader: Reader;
  #started = '';

  constructor(host: ReactiveControllerHost, reader: Reader) {
    this.#host = host;
    this.waiting = new Waiting(host);
    this.#reader = reader;
    host.addController(this);
  }

  hostUpdate(): void {
    const id = this.#reader.id();
    if (id === this.#started) return;
    this.#started = id;
    void this.read();
  }

  /** Only what is asked, as the server wants it. */
  get answers(): FormAnswers {
    return this.form ? readAnswers(this.form.schema, this.typed) : {};
  }

  async read(): Promise<void> {
    const { serviceId, drafts, onBegin } = this.#reader;
    const started = this.#started;
    this.form = this.error = undefined;
    onBegin();
    if (!serviceId()) return;
    try {
      const form = await this.waiting.for(this.#ask());
      if (started !== this.#started) return;
      this.typed = emptyFields(form.schema);
      const kept = await drafts.read();
      if (started !== this.#started) return;
      if (kept) {
        this.typed = { ...this.typed, ...kept.typed };
        Object.assign(this.contact, kept.contact);
      }
      this.form = form;
    } catch (error) {
      if (started !== this.#started) return;
      this.error = error;
    }
    this.#host.requestUpdate();
  }

  /** Reads the form anew, and keeps what was typed. */
  async refresh(): Promise<FormDefinition> {
    return (this.form = await this.#ask());
  }

  #ask(): Promise<FormDefinition> {
    const { transport, serviceId } = this.#reader;
    return new Applications(transport()).form(serviceId());
  }
}
