import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

import { pointerTo, type Refusal } from '../validation.ts';

/**
 * Reads a file as JSON in UTF-8, and notes why it cannot be read, or which texts in it no database
 * takes.
 */
export async function readJsonFile(path: string | URL, refusals: Refusal[]): Promise<unknown> {
  const refuse = (detail: string) => void refusals.push({ pointer: '', detail });
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return refuse('Cannot be read');
  }
  if (!isUtf8(bytes)) return refuse(`Is not UTF-8: line ${String(firstForeignLine(bytes))}`);
  const text = new TextDecoder().decode(bytes);
  try {
    const content: unknown = JSON.parse(text);
    refusals.push(...unstorableTexts(content));
    return content;
  } catch (error) {
    const [line, column] = placeOf(text, (error as SyntaxError).message);
    return refuse(`Is not JSON: line ${String(line)}, column ${String(column)}`);
  }
}

function firstForeignLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return 1 + lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
}

/** Where a text stops being JSON, as editors count. */
function placeOf(text: string, message: string): [line: number, column: number] {
  const said = /at position (\d+)/.exec(message)?.[1];
  const position =
    said !== undefined
      ? Number(said)
      : isUnexpected(message)
        ? firstUnexpected(text)
        : text.trimEnd().length;
  const lines = text.slice(0, position).split('\n');
  return [lines.length, (lines.at(-1) ?? '').length + 1];
}

function isUnexpected(message: string): boolean {
  return message.startsWith('Unexpected token');
}

/** The parser does not say where: up to there, a text is only not finished yet. */
function firstUnexpected(text: string): number {
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    try {
      JSON.parse(text.slice(0, middle));
      good = middle;
    } catch (error) {
      if (isUnexpected((error as SyntaxError).message)) bad = middle;
      else good = middle;
    }
  }
  return good;
}

/** A value, and where it stands. */
interface Place {
  value: unknown;
  key?: string;
  within?: Place;
}

/** Texts with NUL or half a character. Walked without recursion: a file may be nested deeply. */
export function unstorableTexts(content: unknown): Refusal[] {
  const refusals: Refusal[] = [];
  const open: Place[] = [{ value: content }];
  for (let place = open.pop(); place; place = open.pop()) {
    const { value } = place;
    if (typeof value === 'string' && /[\0\p{Cs}]/u.test(value)) {
      refusals.push({ pointer: pointerOf(place), detail: 'Has NUL or half a character in it' });
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value).reverse()) {
      open.push({ value: member, key, within: place });
    }
  }
  return refusals;
}

function pointerOf(place: Place): string {
  const path: string[] = [];
  for (let at: Place | undefined = place; at?.key !== undefined; at = at.within) path.push(at.key);
  return pointerTo(path.reverse());
}
