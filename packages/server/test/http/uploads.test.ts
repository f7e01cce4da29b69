import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { largestFile, type Upload } from '@mpp-digital/contract';
import { Transport, Uploads } from '@mpp-digital/sdk/resources';

import { refusalOf, regency } from './citizen.ts';
import { applicantAt, pdf } from './filing.ts';
import { newGround, startServer } from './server-process.ts';

await describe('uploads', async () => {
  const ground = await newGround('embedded');
  const server = await startServer(ground);
  const { uploads } = applicantAt(server.url);
  const large = await pdf((document) => {
    document.setSubject(Array.from({ length: 40_000 }, () => Math.random().toString(36)).join(''));
  });

  await it('go on where they stopped, over a line that breaks', async () => {
    let asked = 0;
    const transport = new Transport({
      baseUrl: server.url,
      regency,
      retries: 0,
      fetch: async (url, init) => {
        asked += 1;
        // A request that is lost, and an answer that is.
        if (asked % 5 === 2) throw new TypeError('The line is lost');
        const answer = await fetch(url, init);
        if (asked % 5 === 4) throw new TypeError('The line is lost');
        return answer;
      },
    });
    const seen: Upload[] = [];
    const troubles: unknown[] = [];
    const flaky = new Uploads(transport);
    const upload = await flaky.send(new Blob([large]), {
      onProgress: (progress) => seen.push(progress),
      onTrouble: (error) => error && troubles.push(error.code),
    });
    assert.deepEqual(upload.file, { type: 'application/pdf', size: large.length });
    assert.ok(troubles.length > 0);
    const received = seen.map((progress) => progress.received);
    assert.deepEqual(
      received,
      received.toSorted((a, b) => a - b),
    );
    // Another day's page goes on with what it was told.
    const begun = await uploads.begin(large.length);
    await uploads.append(begun, new Blob([large.slice(0, 1000)]), 0);
    const resumed = await uploads.send(new Blob([large]), { upload: begun });
    assert.equal(resumed.file?.size, large.length);
  });

  await it('are appended where they end, and nowhere else', async () => {
    const begun = await uploads.begin(10);
    const append = (text: string, offset: number, owner = begun) =>
      uploads.append(owner, new Blob([text]), offset);
    assert.equal(await refusalOf(append('x', 5)), 'wrong_offset');
    assert.equal((await append('%PDF', 0)).received, 4);
    assert.equal(await refusalOf(append('%PDF', 0)), 'wrong_offset');
    assert.equal(await refusalOf(append('more than was said', 4)), 'wrong_offset');
    const twins = await Promise.allSettled([append('-1.7', 4), append('-1.4', 4)]);
    assert.equal(twins.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await uploads.show(begun)).received, 8);
    const other = await uploads.begin(10);
    const foreign = { ...begun, secret: other.secret };
    assert.equal(await refusalOf(append('x', 8, foreign)), 'not_found');
  });

  await it('say what is wrong with a file, also to who missed the answer, and keep nothing', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>');
    const begun = await uploads.begin(bytes.length);
    assert.equal(await refusalOf(uploads.append(begun, new Blob([bytes]), 0)), 'file_type');
    assert.equal(await refusalOf(uploads.show(begun)), 'file_type');
    const files = await readdir(join(ground.dataDir, 'files', regency));
    assert.ok(!files.includes(begun.id), 'it is gone from the disk');
    assert.equal(await refusalOf(uploads.begin(largestFile + 1)), 'invalid_request');
    assert.equal(await refusalOf(uploads.begin(0)), 'invalid_request');
  });

  await it('are pieces of bytes, with their offset', async () => {
    const { id, secret } = await uploads.begin(10);
    const patch = async (headers: Record<string, string>, body: BodyInit = 'x') => {
      const answer = await fetch(`${server.url}/v1/${regency}/uploads/${id}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${secret}`, ...headers },
        body,
      });
      return ((await answer.json()) as { code: string }).code;
    };
    const type = { 'content-type': 'application/partial-upload' };
    assert.equal(await patch(type), 'invalid_request');
    assert.equal(await patch({ ...type, 'upload-offset': '-1' }), 'invalid_request');
    assert.equal(await patch({ 'upload-offset': '0' }), 'unsupported_media_type');
    const tooMuch = new Uint8Array(largestFile + 1);
    assert.equal(await patch({ ...type, 'upload-offset': '0' }, tooMuch), 'too_large');
    const asked = await fetch(`${server.url}/v1/${regency}/uploads/${id}`, { method: 'OPTIONS' });
    assert.match(asked.headers.get('access-control-allow-methods') ?? '', /PATCH/);
    assert.match(asked.headers.get('access-control-allow-headers') ?? '', /Upload-Offset/);
  });
});
