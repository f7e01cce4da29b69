import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';

import { FileRefused } from './file-refused.ts';

/** Members that only something active has: scripts, forms that run, files, films. */
const activeKeys = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'AA', 'XFA', 'RichMediaContent'];

/** Kinds of actions that lead nowhere but into this document, or to an address one can see. */
const harmlessActions = ['GoTo', 'URI', 'Named', 'Thread'];

/** Kinds of objects that hold files, films, sounds or models. */
const activeTypes = [
  'EmbeddedFile',
  'FileAttachment',
  'RichMedia',
  'Screen',
  'Movie',
  '3D',
  'Sound',
];

/** Objects that one page needs are dozens; a document of five megabytes has some ten thousand. */
const mostObjects = 200_000;

/**
 * Refuses a PDF that does something by itself, hides something, or needs a password. It is read by a
 * parser that goes through all its objects, also those that a newer version of them replaced, so that
 * nothing can hide in packed streams or behind escapes in names.
 *
 * @throws FileRefused
 */
export async function checkPdf(bytes: Uint8Array): Promise<void> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || /[^\s\0]/.test(text.toString('latin1', end + 5))) {
    throw new FileRefused('file_unreadable');
  }
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
    if (document.getPageCount() === 0) throw new FileRefused('file_unreadable');
  } catch {
    // Refused either way; but one with a password looks broken to a parser that has none.
    throw new FileRefused(text.includes('/Encrypt') ? 'file_locked' : 'file_unreadable');
  }
  const { context } = document;
  if (context.trailerInfo.Encrypt) throw new FileRefused('file_locked');
  const objects = context.enumerateIndirectObjects();
  if (objects.length > mostObjects) throw new FileRefused('file_unreadable');
  for (const [, object] of objects) {
    if (isActive(object, context)) throw new FileRefused('file_active');
  }
}

/** Looks at an object and all that lies within it; what it refers to is looked at by itself. */
function isActive(root: PDFObject, context: PDFContext): boolean {
  const open: PDFObject[] = [root];
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFArray) open.push(...object.asArray());
    const dict =
      object instanceof PDFDict
        ? object
        : object instanceof PDFStream || object instanceof PDFRawStream
          ? object.dict
          : undefined;
    if (!dict) continue;
    if (activeKeys.some((key) => dict.has(PDFName.of(key)))) return true;
    if (['Type', 'Subtype'].some((key) => activeTypes.includes(nameIn(dict, key, context)))) {
      return true;
    }
    if (isAction(dict, context)) return true;
    open.push(...dict.values());
  }
  return false;
}

/**
 * Whether a dictionary is an action that may do harm. Where a document opens (`OpenAction`) is a place
 * in it as a rule; one that is an action is looked at as any other.
 */
function isAction(dict: PDFDict, context: PDFContext): boolean {
  const kind = nameIn(dict, 'S', context);
  if (nameIn(dict, 'Type', context) === 'Action') return !harmlessActions.includes(kind);
  return ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE'].includes(kind);
}

function nameIn(dict: PDFDict, key: string, context: PDFContext): string {
  const value = context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFName ? value.decodeText() : '';
}
