import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { getRequestListener } from '@hono/node-server';

import { createApp } from './app.ts';
import { Catalogues } from './catalogues.ts';
import { warnOfProxy } from './client-network.ts';
import { ConfigError, type Config } from './config.ts';
import { openDatabase, type Database } from './database.ts';
import { codeOf } from './database-trouble.ts';
import { ClamAv } from './files/clamav.ts';
import { FileCheck } from './files/check-file.ts';
import { FolderStore } from './files/folder-store.ts';
import { S3Store } from './files/s3-store.ts';
import { SealedFiles } from './files/sealed-files.ts';
import type { Backend } from './handler.ts';
import { checkKey } from './key-check.ts';
import { Limits } from './limits.ts';
import { createJobs } from './jobs/jobs.ts';
import { createLog, type Logger } from './log.ts';
import { Figures } from './figures.ts';
import { LocalPayments } from './payments.ts';
import { createMessages } from './messages/messages.ts';
import { readMessageSettings } from './messages/settings.ts';
import { createRelay } from './outbox/relay.ts';
import { watchedDatabase } from './outbox/watched-database.ts';
import { QueueFeeds } from './queue-feeds.ts';
import { answerReady } from './ready-answers.ts';
import { Secrets } from './secrets.ts';
import { seedExample } from './seed.ts';
import { loadServerKey } from './server-key.ts';
import { Sessions } from './staff/session.ts';
import { SignIn } from './staff/sign-in.ts';
import { answerUnreadable, unreadable } from './unreadable.ts';
import { createUpkeep } from './upkeep.ts';
import { guardedLookup } from './webhooks/address.ts';
import { createWebhookConsumer } from './webhooks/consumer.ts';
import { createCourier, type Courier } from './webhooks/courier.ts';
import { post } from './webhooks/post.ts';

/** A server that answers. */
export interface RunningServer {
  /** Its address on this machine, without a slash at its end. */
  url: string;
  backend: Backend;
  /** Takes no more requests, answers those under way within ten seconds, and closes the database. */
  close(): Promise<void>;
}

/** How long, in milliseconds, requests under way have when the server is to stop. */
const patience = 8_000;

/**
 * Opens the database, fills an empty one with the example data if it is to, publishes the slots of
 * the coming days, erases who came too long ago to be kept, and listens.
 *
 * @throws ConfigError or DatabaseUnusable, with one sentence for the operator.
 *
 * @example
 * ```ts
 * import { readConfig, startServer } from '@mpp-digital/server';
 *
 * const server = await startServer(readConfig({ PORT: '0', MPP_DATA_DIR: 'demo' }));
 * await server.close();
 * ```
 */
export async function startServer(config: Config, log?: Logger): Promise<RunningServer> {
  const logger = log ?? createLog(config.logLevel);
  const key = await loadServerKey(config.key, config.dataDir);
  if (key.created) {
    logger.warn(
      { file: key.file },
      'a key was made: keep this file, and give all servers of one database the same',
    );
  }
  const secrets = new Secrets(key.bytes);
  const settingsOf = readMessageSettings(config.messages.file);
  const opened = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    poolSize: config.poolSize,
  });
  const jobs = createJobs(opened, logger);
  const catalogues = new Catalogues(opened);
  const messages = createMessages(config.messages, {
    publicUrl: config.publicUrl ?? '',
    ...{ settingsOf, database: opened, catalogues, secrets, jobs, log: logger },
    now: () => new Date(),
  });
  const stopping = new AbortController();
  const webhooks = createWebhookConsumer();
  const courier = courierOf(opened, secrets, config, stopping.signal, logger);
  const relay = createRelay(
    watchedDatabase(opened, (regency) => webhooks.hasNews(regency) && courier.wake(regency)),
    messages ? [messages.consumer, webhooks] : [webhooks],
    logger,
  );
  const database = watchedDatabase(opened, relay.wake);
  try {
    await checkKey(database, secrets);
    if (config.seed === 'example' && (await seedExample(database))) {
      logger.warn('the database was empty: it has example data now');
    }
    const store = config.s3
      ? new S3Store(config.s3)
      : new FolderStore(join(config.dataDir, 'files'));
    const files = new SealedFiles(store, secrets);
    const upkeep = createUpkeep(database, files, logger);
    await upkeep.run();

    const sessions = new Sessions(secrets.sessionKey());
    const backend: Backend = {
      config,
      database,
      catalogues,
      secrets,
      files,
      fileCheck: new FileCheck(config.clamav === undefined ? undefined : new ClamAv(config.clamav)),
      payments: new LocalPayments(),
      queues: new QueueFeeds(),
      figures: new Figures(),
      sessions,
      signIn: config.staff && new SignIn(config.staff, sessions),
      stopping: stopping.signal,
      courier,
      limits: new Limits(config.holdsPerClient),
      upkeep,
      log: logger,
    };
    await jobs.start();
    await messages?.start();
    const server = createHttpServer(backend);
    const url = await listen(server, config);
    upkeep.start();
    relay.start();
    courier.start();
    const health = await database.health();
    logger.info({ url, database: health }, 'listening');
    if (!health.durable) {
      logger.warn('the embedded database survives a crash, not a power cut: use DATABASE_URL');
    }
    return {
      url,
      backend,
      async close() {
        stopping.abort();
        await closeServer(server);
        await upkeep.stop();
        await relay.stop();
        await courier.stop();
        await jobs.stop();
        messages?.close();
        await database.close();
        logger.info('stopped');
      },
    };
  } catch (error) {
    await jobs.stop();
    await database.close();
    throw error;
  }
}

function courierOf(
  database: Database,
  secrets: Secrets,
  { webhookHosts: allowed }: Config,
  signal: AbortSignal,
  log: Logger,
): Courier {
  if (allowed.length > 0) {
    log.warn({ hosts: allowed }, 'webhooks may lead to hosts that are not public: for development');
  }
  const options = { allowed, lookup: guardedLookup(allowed), patience: 10_000, signal };
  return createCourier(database, secrets, (...message) => post(...message, options), signal, log);
}

function createHttpServer(backend: Backend): Server {
  const app = createApp(backend);
  const watchProxy = warnOfProxy(backend);
  const listener = getRequestListener(app.fetch, {
    // Who asks in HTTP/1.0, as some load balancers do, names no host.
    hostname: 'localhost',
    errorHandler: () => {
      const { status, headers, body } = unreadable(backend, 400, 'The address cannot be read.');
      return new Response(body, { status, headers });
    },
  });
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
    },
    (incoming, outgoing) => {
      watchProxy(incoming);
      if (!answerReady(backend, incoming, outgoing)) void listener(incoming, outgoing);
    },
  );
  answerUnreadable(server, backend);
  return server;
}

async function listen(server: Server, { port, host }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        codeOf(error) === 'EADDRINUSE'
          ? new ConfigError(`PORT ${String(port)} is in use by another program.`)
          : codeOf(error) === 'EACCES'
            ? new ConfigError(`PORT ${String(port)} may not be used by this user.`)
            : new ConfigError(`HOST cannot be listened on (${codeOf(error)}).`),
      );
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name =
    host === undefined || address.address === '::' || address.address === '0.0.0.0'
      ? 'localhost'
      : address.family === 'IPv6'
        ? `[${address.address}]`
        : address.address;
  return `http://${name}:${String(address.port)}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const force = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(force);
}
