import { createTransport } from 'nodemailer';

import { codeOf } from '../database-trouble.ts';
import { NotTaken, Undeliverable, type Carrier } from './carrier.ts';

/** Which server takes mails, and who they are from. */
export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  url: string;
  /** `MPP Kota Batu <mpp@batukota.go.id>` */
  from: string;
  /** Whether the way there must be encrypted: everywhere but on this machine and beside it. */
  encrypted: boolean;
}

const timeoutMs = 20_000;

/** Sends mails to those who gave an address. */
export function mailCarrier({ url, from, encrypted }: MailSettings): Carrier {
  const transport = createTransport(
    {
      url,
      requireTLS: encrypted,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: false,
    },
    { from },
  );

  return {
    name: 'mail',
    reaches: ({ email }) => email !== undefined,

    async send({ id, language, subject, text }, { email = '' }, signal) {
      try {
        await transport.sendMail({
          // As an object, it is one address whatever it contains.
          to: { name: '', address: email },
          subject,
          text: `${text}\n`,
          // The same for the same message, so that a mailbox may know it again.
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
          signal,
        });
      } catch (error) {
        const status = statusOf(error);
        // What concerns our login is the operator's to mend.
        if (status >= 500 && ![530, 534, 535, 538].includes(status)) {
          throw new Undeliverable(`smtp-${String(status)}`);
        }
        throw new NotTaken(status > 0 ? `smtp-${String(status)}` : codeOf(error).toLowerCase());
      }
    },

    close: () => transport.close(),
  };
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
}

function statusOf(error: unknown): number {
  const status: unknown =
    error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  return typeof status === 'number' ? status : 0;
}
