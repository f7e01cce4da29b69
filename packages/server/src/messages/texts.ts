import type { Language } from '../handler.ts';
import type { MessageKind } from './kinds.ts';
import { texts as en } from './texts-en.ts';
import { texts as id } from './texts-id.ts';

/** A message before its facts are filled in. A gateway gets the text, a mail also the subject. */
export interface Template {
  subject: string;
  text: string;
}

/** A template for each kind: a missing one does not compile. */
export type Texts = Readonly<Record<MessageKind, Template>>;

/** What is sent where a regency says nothing else. */
export const defaultTexts: Readonly<Record<Language, Texts>> = { id, en };
