import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, describe, it } from 'node:test';

import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';

import { FileCheck, FileRefused } from '../../src/files/check-file.ts';
import { ClamAv } from '../../src/files/clamav.ts';
import { pdf, photo } from '../http/filing.ts';

const files = new FileCheck();

/** Why a file is refused, or what it is taken for. */
async function verdict(bytes: Uint8Array, check = files): Promise<string> {
  try {
    return (await check.check(bytes)).type;
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** A PDF with an entry in its catalogue. */
const withEntry = (name: string, value: (document: PDFDocument) => object) =>
  pdf((document) => {
    document.catalog.set(PDFName.of(name), document.context.obj(value(document) as never));
  });

const plain = bytesOf('%PDF-1.4\n');
/** The end of a ZIP with nothing in it. */
const zipEnd = joined(bytesOf('PK\x05\x06'), new Uint8Array(18));

describe('a file', () => {
  it('is taken when it is what it says', async () => {
    assert.equal(await verdict(await pdf()), 'application/pdf');
    assert.equal(await verdict(await photo()), 'image/jpeg');
    const png = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).png();
    assert.equal(await verdict(await png.toBuffer()), 'image/png');
  });

  it('goes by its content, whatever it is called', async () => {
    const others = ['<script>alert(1)</script>', 'MZ\x90\0', 'PK\x03\x04', 'GIF89a', 'x', '\0'];
    for (const other of others) assert.equal(await verdict(bytesOf(other)), 'file_type', other);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
    assert.equal(await verdict(bytesOf(svg)), 'file_type');
    const webp = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).webp();
    assert.equal(await verdict(await webp.toBuffer()), 'file_type');
  });

  it('is not two kinds at once', async () => {
    assert.equal(await verdict(joined(await photo(), zipEnd)), 'file_unreadable');
    assert.equal(await verdict(joined(await pdf(), zipEnd)), 'file_unreadable');
    assert.equal(
      await verdict(joined(await pdf(), bytesOf('<script>1</script>'))),
      'file_unreadable',
    );
    // A JPEG whose comment is the beginning of a PDF.
    const comment = bytesOf('%PDF-1.4 ');
    const marker = new Uint8Array([0xff, 0xfe, 0, comment.length + 2]);
    const picture = await photo();
    const both = joined(picture.subarray(0, 2), marker, comment, picture.subarray(2));
    assert.equal(await verdict(both), 'file_unreadable');
    assert.equal(await verdict(joined(bytesOf('GIF89a\n'), await pdf())), 'file_type');
  });
});

describe('a picture', () => {
  it('loses where and by what it was taken, and what hides behind it', async () => {
    const hidden = joined(await photo(), bytesOf('<?php echo 1; ?>'));
    const { bytes } = await files.check(hidden);
    const metadata = await sharp(bytes).metadata();
    assert.deepEqual(
      [metadata.exif, metadata.xmp, metadata.iptc],
      [undefined, undefined, undefined],
    );
    assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Telepon Sari|php/);
  });

  it('stands upright', async () => {
    const turned = sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } });
    const bytes = await turned.jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { width, height } = await sharp((await files.check(bytes)).bytes).metadata();
    assert.deepEqual([width, height], [20, 40]);
  });

  it('is no bomb, and not damaged', async () => {
    const create = { width: 12_000, height: 6_000, channels: 3, background: 'red' } as const;
    const bomb = await sharp({ create, limitInputPixels: false }).png().toBuffer();
    assert.ok(bomb.length < 5 * 1024 * 1024, `${String(bomb.length)} bytes`);
    assert.equal(await verdict(bomb), 'file_too_many_pixels');
    const picture = await photo();
    assert.equal(await verdict(picture.subarray(0, picture.length / 2)), 'file_unreadable');
  });
});

describe('a PDF', () => {
  it('does nothing by itself', async () => {
    const script = { Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
    assert.equal(await verdict(await withEntry('OpenAction', () => script)), 'file_active');
    assert.equal(await verdict(await withEntry('AA', () => ({ WC: script }))), 'file_active');
    const launch = { Type: 'Action', S: 'Launch', F: PDFString.of('cmd.exe') };
    assert.equal(await verdict(await withEntry('OpenAction', () => launch)), 'file_active');
    assert.equal(
      await verdict(await withEntry('OpenAction', () => ({ S: 'GoToR' }))),
      'file_active',
    );
    assert.equal(
      await verdict(await withEntry('Names', () => ({ JavaScript: { Names: [] } }))),
      'file_active',
    );
    const attached = await pdf((document) => document.attach(bytesOf('MZ'), 'virus.exe'));
    assert.equal(await verdict(attached), 'file_active');
  });

  it('may open at a page, and lead to an address', async () => {
    const place = (document: PDFDocument) => [document.getPage(0).ref, 'Fit'];
    assert.equal(await verdict(await withEntry('OpenAction', place)), 'application/pdf');
    const link = { Type: 'Action', S: 'URI', URI: PDFString.of('https://kotabatu.go.id') };
    assert.equal(await verdict(await withEntry('Perms', () => link)), 'application/pdf');
  });

  it('hides nothing behind escapes, in packed streams, or in an older version of itself', async () => {
    const escaped = Buffer.from(await withEntryUnpacked('OpenAction')).toString('latin1');
    const named = bytesOf(escaped.replace('/JavaScript', '/J#61vaScript').replace('/JS', '/J#53'));
    assert.equal(await verdict(named), 'file_active');
    assert.equal(await verdict(await withEntryUnpacked('OpenAction')), 'file_active');
    const packed = await PDFDocument.load(await pdf());
    packed.context.register(packed.context.obj({ S: 'JavaScript' }));
    assert.equal(await verdict(await packed.save({ useObjectStreams: true })), 'file_active');
  });

  it('needs no password, and can be read', async () => {
    const locked = await PDFDocument.load(await pdf());
    locked.context.trailerInfo.Encrypt = PDFDict.fromMapWithContext(new Map(), locked.context);
    assert.equal(await verdict(await locked.save({ useObjectStreams: false })), 'file_locked');
    assert.equal(await verdict(plain), 'file_unreadable');
    const whole = await pdf();
    assert.equal(await verdict(whole.subarray(0, whole.length - 40)), 'file_unreadable');
  });
});

describe('a scanner', () => {
  it('is asked about each file, and nothing is kept when it does not answer', async () => {
    const seen: number[] = [];
    const daemon = createServer((socket) => {
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        const all = Buffer.concat(chunks);
        if (all.length < 14 || all.readUInt32BE(all.length - 4) !== 0) return;
        assert.equal(all.toString('latin1', 0, 10), 'zINSTREAM\0');
        const length = all.readUInt32BE(10);
        seen.push(length);
        const infected = all.includes('EICAR');
        socket.end(infected ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
      });
    });
    await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve));
    const { port } = daemon.address() as { port: number };
    let stopped = false;
    const stop = () =>
      stopped || new Promise((resolve) => daemon.close(() => resolve((stopped = true))));
    after(stop);

    const scanned = new FileCheck(new ClamAv(`127.0.0.1:${String(port)}`));
    const clean = await pdf();
    assert.equal(await verdict(clean, scanned), 'application/pdf');
    assert.deepEqual(seen, [clean.length]);
    const marked = joined(bytesOf('%PDF-1.7\n%EICAR\n'), clean.subarray(9));
    assert.equal(await verdict(marked, scanned), 'file_infected');
    await stop();
    await assert.rejects(verdict(clean, scanned), /does not answer/);
  });
});

/** A PDF with a script in it, whose objects can be read as text. */
async function withEntryUnpacked(name: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(await pdf());
  const script = { Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
  document.catalog.set(PDFName.of(name), document.context.obj(script));
  return document.save({ useObjectStreams: false });
}
