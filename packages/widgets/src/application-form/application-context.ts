import type { Application, FormAnswers, FormDefinition } from '@mpp-digital/contract';
import type { Transport } from '@mpp-digital/sdk/resources';
import type { LitElement } from 'lit';

import type { Locale } from '../language.ts';
import type { ApplicationFormMessages } from '../messages/id/application-form.ts';

/** A step by its number, or one of those that every form has. */
export type Step = number | 'documents' | 'person' | 'review';

/** Who applies, as typed. */
export interface Contact {
  name: string;
  phone: string;
}

/** What the steps behind the form's own need of it. */
export interface ApplicationContext {
  host: LitElement;
  transport: () => Transport;
  messages: () => ApplicationFormMessages;
  locale: () => Locale;
  serviceId: () => string;
  form: () => FormDefinition;
  /** Only what is asked, as the server wants it. */
  answers: () => FormAnswers;
  contact: Contact;
  /** Something was typed. */
  onChange: () => void;
  /** To one step, and there to the field that is to be changed. */
  change: (step: Step, field?: string) => void;
  focusOn: (id: string) => void;
  /** The server has another form by now. */
  refresh: () => Promise<void>;
  onApplied: (application: Application) => void;
}
