import * as z from 'zod/mini';

import type { GatewaySettings } from './gateway.ts';
import type { MailSettings } from './mail.ts';

/** What carries messages, and where it is said how they read; without a carrier none is sent. */
export interface MessageConfig {
  gateway: GatewaySettings | undefined;
  mail: MailSettings | undefined;
  /** See `readMessageSettings`. */
  file: string | undefined;
}

const matching = (test: (value: string) => boolean, error: string) =>
  z.string().check(z.refine(test, { error }));

/** The variables that messages have. */
export const messageVariables = {
  MPP_MESSAGES_URL: z.optional(
    matching(
      (v) => isGateway(URL.parse(v)),
      'must be the https:// address of a gateway without a password in it; http:// only on this machine or under a name without dots',
    ),
  ),
  MPP_MESSAGES_TOKEN: z.optional(
    matching((v) => /^[\x21-\x7e]+$/.test(v), 'must be one word, as it stands after Bearer'),
  ),
  MPP_MESSAGES_SECRET: z.optional(
    z.pipe(
      matching(
        (v) => /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(v),
        'must be whsec_ and at least 24 random bytes in base64, as `echo whsec_$(openssl rand -base64 32)` prints them',
      ),
      z.transform((text: string) => new Uint8Array(Buffer.from(text.slice(6), 'base64'))),
    ),
  ),
  MPP_MESSAGES_FILE: z.optional(z.string()),
  MPP_SMTP_URL: z.optional(
    matching(
      (v) => isMailServer(URL.parse(v)),
      'must be the address of a mail server, smtp://user:password@host:587 or smtps://user:password@host',
    ),
  ),
  MPP_SMTP_FROM: z.optional(
    matching(
      (v) => /^([^<>@"\r\n]+ <[^\s<>@",;]+@[\w.-]+>|[^\s<>@",;]+@[\w.-]+)$/.test(v),
      'must be who mails are from, for example MPP Kota Batu <mpp@batukota.go.id>',
    ),
  ),
};

/**
 * Brings the variables together.
 *
 * @param publicUrl - Where people reach the server: messages lead there.
 * @returns What is wrong as a sentence, where it is.
 */
export function messagesOf(
  data: z.output<z.ZodMiniObject<typeof messageVariables>>,
  publicUrl: string | undefined,
): MessageConfig | string {
  const { MPP_MESSAGES_URL: url, MPP_SMTP_URL: mailUrl, MPP_SMTP_FROM: from } = data;
  if (mailUrl !== undefined && from === undefined) {
    return 'MPP_SMTP_FROM must be given with MPP_SMTP_URL.';
  }
  const sender = url !== undefined ? 'MPP_MESSAGES_URL' : 'MPP_SMTP_URL';
  if ((url !== undefined || mailUrl !== undefined) && publicUrl === undefined) {
    return `MPP_PUBLIC_URL must be given with ${sender}: messages say where to look.`;
  }
  return {
    gateway:
      url === undefined
        ? undefined
        : { url, token: data.MPP_MESSAGES_TOKEN, secret: data.MPP_MESSAGES_SECRET },
    mail:
      mailUrl === undefined || from === undefined
        ? undefined
        : { url: mailUrl, from, encrypted: !isNear(new URL(mailUrl).hostname) },
    file: data.MPP_MESSAGES_FILE,
  };
}

function isGateway(url: URL | null): boolean {
  if (!url || url.username || url.password || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isNear(url.hostname));
}

function isMailServer(url: URL | null): boolean {
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && !url.search;
}

/** This machine, or one beside it: a name without dots is nobody's on the internet. */
function isNear(host: string): boolean {
  return /^([a-z\d_-]+|127\.0\.0\.1|\[::1\])$/i.test(host);
}
