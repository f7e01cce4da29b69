// A real mail server, which keeps what it gets.
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Mail {
  from: string;
  to: string[];
  /** Headers and body. */
  text: string;
}

/** Listens without encryption, as a server on this machine may; ends with the tests. */
export async function startMailServer(login?: { user: string; pass: string }) {
  const mails: Mail[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: !login,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      if (username === login?.user && password === login?.pass) done(null, { user: username });
      else done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onRcptTo: (_address, _session, done) => {
      if (refusal === undefined) done();
      else done(Object.assign(new Error('no such mailbox'), { responseCode: refusal }));
    },
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        mails.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          text,
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    mails,
    /** Refuses every recipient with this status; none with undefined. */
    refuse: (status: number | undefined) => (refusal = status),
  };
}
