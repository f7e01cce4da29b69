import { randomBytes } from 'node:crypto';

import {
  type ErrorCode,
  errors,
  type uploads as operations,
  type Upload,
} from '@mpp-digital/contract';

import type { UploadRow } from '../application-functions.ts';
import { FileRefused } from '../files/check-file.ts';
import { granted } from '../granted.ts';
import type { Backend, Handlers } from '../handler.ts';
import { newBooking } from '../new-booking.ts';
import { Problem } from '../problem.ts';

export const uploads: Handlers<typeof operations> = {
  async begin({ body, catalogue, key, network }, { database, secrets, limits }) {
    const { code: regency } = catalogue.regency;
    const made = newBooking(secrets, regency, key);
    const row = await limits.uploads.take(network, key, async () =>
      granted(
        await database.call('begin_upload', [
          regency,
          key,
          secrets.request(regency, 'upload', body),
          made.id,
          made.storedSecret,
          body.size,
        ]),
      ),
    );
    return uploadOf(row, made.secret);
  },

  async append({ bytes, catalogue, offset, params, secret }, backend) {
    const { database, files, secrets } = backend;
    const { code: regency } = catalogue.regency;
    const stored = secrets.storedSecret(regency, secret);
    let row = granted(await database.call('show_upload', [regency, params.uploadId, stored]));
    const known = uploadOf(row, secret);
    if (known.file && bytes.length === 0) return known;
    if (offset !== row.received || offset + bytes.length > row.size) {
      throw new Problem('wrong_offset');
    }
    if (bytes.length > 0) {
      const piece = randomBytes(8).toString('hex');
      await files.put(regency, row.id, piece, bytes);
      row = granted(
        await database.call('append_piece', [regency, row.id, stored, offset, bytes.length, piece]),
      );
    }
    // Also when nothing comes any more: whoever checked it before may have crashed.
    if (row.received === row.size) row = await judge(regency, row, backend);
    return uploadOf(row, secret);
  },

  async show({ catalogue, params, secret }, { database, secrets }) {
    const { code: regency } = catalogue.regency;
    const stored = secrets.storedSecret(regency, secret);
    const row = await database.call('show_upload', [regency, params.uploadId, stored]);
    return uploadOf(granted(row), secret);
  },
};

/** Checks a whole file, and keeps what may be kept of it. */
async function judge(
  regency: string,
  { id, pieces }: UploadRow,
  { database, files, fileCheck }: Backend,
): Promise<UploadRow> {
  const parts = await Promise.all(pieces.map((piece) => files.get(regency, id, piece)));
  try {
    const { type, bytes } = await fileCheck.check(Buffer.concat(parts));
    await files.put(regency, id, 'file', bytes);
    return granted(await database.call('judge_upload', [regency, id, type, bytes.length, null]));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await database.call('judge_upload', [regency, id, null, null, error.code]);
    await files.remove(regency, id);
    throw new Problem(error.code);
  }
}

/** An upload as its owner gets it; or what was found wrong with it. */
function uploadOf(row: UploadRow, secret: string): Upload {
  if (row.refusal !== null && isCode(row.refusal)) throw new Problem(row.refusal);
  const { id, size, received, type, storedSize } = row;
  const file = type === null || storedSize === null ? null : { type, size: storedSize };
  return { id, secret, size, received, file };
}

function isCode(text: string): text is ErrorCode {
  return Object.hasOwn(errors, text);
}
