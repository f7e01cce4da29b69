import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

import S3rver from 's3rver';

import { FolderStore } from '../../src/files/folder-store.ts';
import { S3Store } from '../../src/files/s3-store.ts';
import { SealedFiles } from '../../src/files/sealed-files.ts';
import type { FileStore } from '../../src/files/store.ts';
import { Secrets } from '../../src/secrets.ts';

const folder = await mkdtemp(join(tmpdir(), 'mpp-store-'));
const s3 = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'mpp', configs: [] }],
});
const { port } = await s3.run();
const keys = { region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const address = `http://127.0.0.1:${String(port)}/mpp`;

after(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const stores: Record<string, FileStore> = {
  'a folder': new FolderStore(join(folder, 'files')),
  'a bucket': new S3Store({ bucket: address, ...keys }),
};

for (const [name, store] of Object.entries(stores)) {
  describe(name, () => {
    it('gives back what was put there, and takes away all of one upload', async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      const bytes = randomBytes(300_000);
      await store.put(`35.79/${one}/piece`, randomBytes(4));
      await store.put(`35.79/${one}/piece`, bytes);
      await store.put(`35.79/${one}/file`, bytes);
      await store.put(`35.79/${other}/file`, bytes);
      assert.deepEqual(Buffer.from((await store.get(`35.79/${one}/piece`))!), bytes);
      assert.equal(await store.get(`35.79/${one}/nothing`), undefined);
      await store.removeAll(`35.79/${one}`);
      await store.removeAll(`35.79/${one}`);
      assert.equal(await store.get(`35.79/${one}/file`), undefined);
      assert.equal(await store.get(`35.79/${one}/piece`), undefined);
      assert.deepEqual(Buffer.from((await store.get(`35.79/${other}/file`))!), bytes);
    });

    it('sees nothing of what is in the files, and cannot change or swap them', async () => {
      const files = new SealedFiles(store, new Secrets(randomBytes(32)));
      const [id, other] = [randomUUID(), randomUUID()];
      await files.put('35.79', id, 'file', Buffer.from('NIK 3579025708900001'));
      const lying = (await store.get(`35.79/${id}/file`))!;
      assert.doesNotMatch(Buffer.from(lying).toString('latin1'), /NIK|3579025708900001/);
      assert.equal(
        Buffer.from(await files.get('35.79', id, 'file')).toString(),
        'NIK 3579025708900001',
      );
      await store.put(`35.79/${other}/file`, lying);
      await assert.rejects(files.get('35.79', other, 'file'));
      await store.put(
        `35.79/${id}/file`,
        lying.map((byte, i) => (i === 30 ? byte ^ 1 : byte)),
      );
      await assert.rejects(files.get('35.79', id, 'file'));
    });
  });
}

describe('a bucket that does not answer', () => {
  it('makes callers wait, and is not taken for an empty one', async () => {
    const wrong = new S3Store({ bucket: address, ...keys, accessKeyId: 'nobody' });
    await assert.rejects(wrong.put('35.79/x/file', randomBytes(1)), /refused \(403\)/);
    const away = new S3Store({ bucket: 'http://127.0.0.1:9/mpp', ...keys });
    await assert.rejects(away.put('35.79/x/file', randomBytes(1)), /does not answer/);
  });
});

describe('a folder', () => {
  it('shows its files to nobody else', async () => {
    const store = new FolderStore(join(folder, 'own'));
    await store.put('35.79/a/file', randomBytes(8));
    const { mode } = await import('node:fs/promises').then(({ stat }) =>
      stat(join(folder, 'own/35.79/a/file')),
    );
    assert.equal(mode & 0o077, 0);
    assert.equal((await readFile(join(folder, 'own/35.79/a/file'))).length, 8);
  });
});
