import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ConfigError } from './config.ts';

/** The key that everything secret is derived from, and where it came from. */
export interface ServerKey {
  bytes: Uint8Array;
  /** Path of the file that holds it; undefined when it was given in the environment. */
  file: string | undefined;
  /** Whether the file was made just now. */
  created: boolean;
}

/**
 * Takes the key that was given, else reads `secret.key` in the data folder, else makes that file,
 * readable by its owner only. Of several servers that start at once, one makes the file and the
 * others read it.
 *
 * @throws ConfigError when the file does not hold a key.
 */
export async function loadServerKey(
  given: Uint8Array | undefined,
  dataDir: string,
): Promise<ServerKey> {
  if (given) return { bytes: given, file: undefined, created: false };

  const file = join(dataDir, 'secret.key');
  const created = (await readKey(file)) === undefined && (await createKey(dataDir, file));
  const bytes = await readKey(file);
  if (bytes?.length !== 32) {
    throw new ConfigError(`The file ${file} does not hold 32 bytes in base64: restore it.`);
  }
  return { bytes, file, created };
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(Buffer.from(await readFile(file, 'utf8'), 'base64'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw new ConfigError(`The file ${file} cannot be read: ${(error as Error).message}.`);
  }
}

// Written aside and then linked: whoever sees the name sees the whole key, and only one wins it.
async function createKey(dataDir: string, file: string): Promise<boolean> {
  const draft = join(dataDir, `secret.key.${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new ConfigError(`MPP_DATA_DIR cannot be written to: ${(error as Error).message}.`);
  }
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
