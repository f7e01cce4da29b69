import { placeholders, type Facts, type MessageKind } from './kinds.ts';
import type { Template } from './texts.ts';

const placeholder = /\{([^{}]*)\}/g;

/** What a template says that its kind does not know: `{nama}`; none when it is right. */
export function unknownPlaceholders(kind: MessageKind, template: Template): string[] {
  const known: readonly string[] = placeholders[kind];
  return [...`${template.subject} ${template.text}`.matchAll(placeholder)]
    .filter(([, name]) => !known.includes(name ?? ''))
    .map(([whole]) => whole);
}

/** The template with its facts. What a fact says is not looked at again. */
export function filled<K extends MessageKind>(template: Template, facts: Facts<K>): Template {
  const known: Readonly<Record<string, string>> = facts;
  const fill = (text: string) =>
    text.replace(placeholder, (whole, name: string) => known[name] ?? whole);
  return { subject: fill(template.subject), text: fill(template.text) };
}
