import type { FileType, Operation, Operations, Parsed, Result } from '@mpp-digital/contract';

import type { Catalogue } from './catalogue.ts';
import type { Catalogues } from './catalogues.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { FileCheck } from './files/check-file.ts';
import type { SealedFiles } from './files/sealed-files.ts';
import type { Figures } from './figures.ts';
import type { KeptAnswer } from './kept-answer.ts';
import type { Limits } from './limits.ts';
import type { Logger } from './log.ts';
import type { PaymentProvider } from './payments.ts';
import type { QueueFeeds } from './queue-feeds.ts';
import type { Secrets } from './secrets.ts';
import type { Session, Sessions } from './staff/session.ts';
import type { SignIn } from './staff/sign-in.ts';
import type { TrustedTerminal } from './staff/terminal.ts';
import type { Upkeep } from './upkeep.ts';
import type { Courier } from './webhooks/courier.ts';

/** What the server answers with. */
export interface Backend {
  readonly config: Pick<
    Config,
    'origins' | 'publicUrl' | 'seed' | 'trustedProxies' | 'webhookHosts'
  >;
  readonly database: Database;
  readonly catalogues: Catalogues;
  readonly secrets: Secrets;
  readonly files: SealedFiles;
  readonly fileCheck: FileCheck;
  readonly payments: PaymentProvider;
  readonly queues: QueueFeeds;
  readonly figures: Figures;
  readonly sessions: Sessions;
  /** Undefined where no identity provider is configured: then nobody can sign in. */
  readonly signIn: SignIn | undefined;
  readonly courier: Pick<Courier, 'wake'>;
  readonly limits: Limits;
  /** Aborted when the server stops: what goes on without end must end then. */
  readonly stopping: AbortSignal;
  readonly upkeep: Pick<Upkeep, 'publishedAt'>;
  readonly log: Logger;
}

/** Languages that the server itself writes in. */
export type Language = 'id' | 'en';

/** What every handler knows of its caller. */
export interface Caller {
  /** The regency that was asked, with its catalogue. */
  catalogue: Catalogue;
  /** The network that the request came from, see `clientNetwork`. */
  network: string;
  /** Where people reach this server, without a slash at its end. */
  publicUrl: string;
  /** The one that the caller reads. */
  language: Language;
  /** Aborted when the caller has gone, or the server stops. */
  signal: AbortSignal;
}

/** What a handler receives: the parts of the request, checked, and who is asking. */
export type Call<O extends Operation> = Parsed<O> &
  Caller &
  (O extends { idempotent: true } ? { key: string } : unknown) &
  (O extends { auth: 'code' | 'secret' } ? { code: string } : unknown) &
  (O extends { auth: 'secret' } ? { secret: string } : unknown) &
  (O extends { auth: 'officer' } ? { officer: Session } : unknown) &
  (O extends { uploads: true } ? { bytes: Uint8Array; offset: number } : unknown) &
  (O extends { auth: 'kiosk' } ? { terminal: TrustedTerminal } : unknown);

/** A file that is handed out. */
export interface HandedOut {
  type: FileType;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Answers one operation, or throws a `Problem`. */
export type Handler<O extends Operation> = (
  call: Call<O>,
  backend: Backend,
) => O extends { streams: true }
  ? AsyncIterable<Result<O>>
  : O extends { cached: true }
    ? KeptAnswer | Promise<KeptAnswer>
    : O extends { downloads: true }
      ? Promise<HandedOut>
      : Promise<Result<O>>;

/** A handler for each operation of a resource: a missing one does not compile. */
export type Handlers<T extends Operations> = { readonly [Name in keyof T]: Handler<T[Name]> };
