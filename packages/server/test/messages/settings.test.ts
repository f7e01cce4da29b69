import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { ConfigError, readConfig } from '../../src/config.ts';
import { messageKinds } from '../../src/messages/kinds.ts';
import { readMessageSettings } from '../../src/messages/settings.ts';
import { filled, unknownPlaceholders } from '../../src/messages/template.ts';
import { defaultTexts } from '../../src/messages/texts.ts';
import { dayBefore, quietUntil } from '../../src/messages/wall-clock.ts';
import { at, timeZone } from './post-office.ts';

const night = { from: 20 * 60, to: 7 * 60 };

await describe('the quiet hours', async () => {
  await it('begin in the evening and end in the morning, in the regency’s zone', () => {
    const end = (wall: string, zone = timeZone) => quietUntil(at(wall), zone, night);
    assert.equal(end('2026-12-01 19:59'), undefined);
    assert.deepEqual(end('2026-12-01 20:00'), at('2026-12-02 07:00'));
    assert.deepEqual(end('2026-12-02 06:59'), at('2026-12-02 07:00'));
    assert.equal(end('2026-12-02 07:00'), undefined);
    // In Jayapura it is two hours later.
    assert.deepEqual(end('2026-12-01 18:00', 'Asia/Jayapura'), at('2026-12-02 05:00'));
    assert.equal(end('2026-12-01 17:59', 'Asia/Jayapura'), undefined);
  });

  await it('may lie within a day, or be none', () => {
    const nap = { from: 12 * 60, to: 13 * 60 };
    assert.deepEqual(quietUntil(at('2026-12-01 12:30'), timeZone, nap), at('2026-12-01 13:00'));
    assert.equal(quietUntil(at('2026-12-01 11:59'), timeZone, nap), undefined);
    assert.equal(quietUntil(at('2026-12-01 00:00'), timeZone, { from: 0, to: 0 }), undefined);
  });

  await it('count back to the day before', () => {
    assert.deepEqual(dayBefore(at('2026-12-02 00:10'), timeZone, 960), at('2026-12-01 16:00'));
    assert.deepEqual(dayBefore(at('2026-12-02 23:50'), timeZone, 960), at('2026-12-01 16:00'));
  });
});

await describe('templates', async () => {
  await it('know all that they say, in each language', () => {
    for (const texts of Object.values(defaultTexts)) {
      for (const kind of messageKinds) {
        assert.deepEqual(unknownPlaceholders(kind, texts[kind]), [], kind);
        assert.ok(texts[kind].text.length < 320, `${kind}: two text messages at most`);
      }
    }
  });

  await it('take what a fact says as it is', () => {
    const facts = { service: '{code} $&', agency: '', code: 'X', link: '' };
    const { text } = filled<'ready'>({ subject: '', text: '{service} {code}' }, facts);
    assert.equal(text, '{code} $& X');
  });
});

await describe('MPP_MESSAGES_FILE', async () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'mpp-messages-'))));
  after(() => rm(folder, { recursive: true }));

  const read = async (content: unknown) => {
    const file = join(folder, 'messages.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return readMessageSettings(file);
  };

  await it('changes what it names, for all regencies or one', async () => {
    const settingsOf = await read({
      remindAt: '17:30',
      off: ['called-soon'],
      texts: { id: { reminder: { text: 'Besok {time}.' } } },
      regencies: {
        '35.07': {
          quiet: { from: '21:00', to: '06:00' },
          off: [],
          texts: { en: { reminder: { subject: 'Soon', text: 'Tomorrow {time}.' } } },
        },
      },
    });
    const [batu, malang] = [settingsOf('35.79'), settingsOf('35.07')];
    assert.deepEqual([batu.remindAt, batu.quiet, [...batu.off]], [1050, night, ['called-soon']]);
    assert.deepEqual(
      [malang.remindAt, malang.quiet, [...malang.off]],
      [1050, { from: 1260, to: 360 }, []],
    );
    assert.equal(batu.texts.id.reminder.text, 'Besok {time}.');
    assert.equal(batu.texts.id.reminder.subject, defaultTexts.id.reminder.subject);
    assert.equal(malang.texts.id.reminder.text, 'Besok {time}.');
    assert.equal(malang.texts.en.reminder.text, 'Tomorrow {time}.');
    assert.deepEqual(batu.texts.en, defaultTexts.en);
  });

  await it('stops the start with one sentence that says where', async () => {
    for (const [content, sentence] of [
      ['{', /^MPP_MESSAGES_FILE is not JSON\.$/],
      [{ quiet: { from: '25:00', to: '07:00' } }, /: quiet\.from must be a time like 20:00\.$/],
      [{ remindAt: '21:00' }, /: remindAt lies in the quiet hours\.$/],
      [{ off: ['spam'] }, /: off\.0 must be one of confirmation, /],
      [{ regencies: { Batu: {} } }, /regencies.*35\.79/],
      [
        { regencies: { '35.79': { texts: { id: { reminder: { text: 'Halo {nama}' } } } } } },
        /: regencies\.35\.79\.texts\.id\.reminder says \{nama\}, and knows only \{service\}, /,
      ],
      [{ texts: { id: { ready: { text: 'No. {number}' } } } }, /ready says \{number\}, and knows/],
      [{ texts: { jv: {} } }, /^MPP_MESSAGES_FILE: texts has jv, which is not known\.$/],
      [{ text: {} }, /^MPP_MESSAGES_FILE has text, which is not known\.$/],
      [{ texts: { id: { hello: { text: 'Halo' } } } }, /: texts\.id has hello, which is not known/],
      [{ soon: 99 }, /: soon must be a whole number from 1 to 20\.$/],
      [{ texts: { id: { ready: { text: '' } } } }, /: texts\.id\.ready\.text must not be empty\.$/],
      [[], /is not of the right kind\.$/],
    ] as const) {
      await assert.rejects(read(content), (error) => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, sentence);
        assert.match(error.message, /^[^\n]+\.$/);
        return true;
      });
    }
    assert.throws(() => readMessageSettings(join(folder, 'none')), /cannot be read\.$/);
  });
});

await describe('variables of messages', async () => {
  const publicUrl = { MPP_PUBLIC_URL: 'https://mpp.example.go.id' };

  await it('are none at first: nothing is sent', () => {
    const { messages } = readConfig({});
    assert.deepEqual(messages, { gateway: undefined, mail: undefined, file: undefined });
  });

  await it('say how messages are carried', () => {
    const { messages } = readConfig({
      ...publicUrl,
      MPP_MESSAGES_URL: 'https://gateway.example/send',
      MPP_MESSAGES_TOKEN: 'abc',
      MPP_MESSAGES_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
      MPP_SMTP_URL: 'smtp://mpp:x@mail.example:587',
      MPP_SMTP_FROM: 'MPP Kota Batu <mpp@batukota.example>',
    });
    assert.deepEqual(messages.gateway?.secret, new Uint8Array(32).fill(1));
    assert.equal(messages.mail?.encrypted, true);
    const near = readConfig({
      ...publicUrl,
      ...{ MPP_SMTP_URL: 'smtp://mail:25', MPP_SMTP_FROM: 'mpp@batukota.example' },
    });
    assert.equal(near.messages.mail?.encrypted, false);
  });

  await it('stop the start with one sentence that quotes no secret', () => {
    for (const [given, sentence] of [
      [{ MPP_MESSAGES_URL: 'http://gateway.example/' }, /^MPP_MESSAGES_URL must be the https/],
      [{ MPP_MESSAGES_URL: 'https://u:hush@gateway.example/' }, /^MPP_MESSAGES_URL must be/],
      [{ MPP_MESSAGES_TOKEN: 'hush hush' }, /^MPP_MESSAGES_TOKEN must be one word/],
      [{ MPP_MESSAGES_SECRET: 'hush' }, /^MPP_MESSAGES_SECRET must be whsec_/],
      [{ MPP_SMTP_URL: 'hush' }, /^MPP_SMTP_URL must be the address of a mail server/],
      [{ ...publicUrl, MPP_SMTP_URL: 'smtp://mail' }, /^MPP_SMTP_FROM must be given with/],
      [{ MPP_SMTP_FROM: 'hush' }, /^MPP_SMTP_FROM must be who mails are from/],
      [{ MPP_MESSAGES_URL: 'https://gateway.example' }, /^MPP_PUBLIC_URL must be given with MPP_M/],
    ] as const) {
      assert.throws(
        () => readConfig(given),
        (error) => {
          assert.ok(error instanceof ConfigError);
          assert.match(error.message, sentence);
          assert.ok(!error.message.includes('hush'));
          return true;
        },
      );
    }
  });
});
