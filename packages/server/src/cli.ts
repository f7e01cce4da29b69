#!/usr/bin/env node
import { CommandRefused, mallCommands } from './cli-mall.ts';
import { readConfig } from './config.ts';
import { openDatabase, type Database } from './database.ts';
import { importFiles, ImportRefused } from './import/import-files.ts';
import { publishSlots } from './publish.ts';
import { regenciesOf } from './regencies.ts';
import { fail, serve } from './run.ts';

const help = `mpp-server                  start the server
mpp-server import FILE...   import services, forms, regions or holidays: all of the files, or nothing
mpp-server publish          publish the slots of the coming days now
mpp-server export FILE [REGENCY]
                            write the catalogue to a file that can be imported again
mpp-server close PLACE DATE --reason TEXT [--reason-en TEXT] [--hours 09:00-11:00] [--agency ID]
                            close the mall or an agency on a day, or let it keep other hours
mpp-server reopen PLACE DATE [--agency ID]
                            let the hours of the week hold again on a day
mpp-server hours PLACE mon=08:00-12:00,13:00-15:00 ... [--agency ID]
                            set the hours of the week; a day that is not said is closed
mpp-server --help           show this

Where people have booked a time that a change takes away, it is shown and nothing changes. To decide,
repeat the command with --fingerprint and --choice move, keep or cancel.

Files are JSON and told apart by their content. Each row that does not fit is named with its JSON
pointer and the reason, and then nothing is imported.

The server is configured by environment variables:
  PORT                   port to listen on (8080)
  HOST                   address to listen on (all)
  DATABASE_URL           postgres://...; without it an embedded database in MPP_DATA_DIR
  MPP_POOL_SIZE          connections to PostgreSQL (10)
  MPP_DATA_DIR           folder of the embedded database and of secret.key (.data)
  MPP_KEY                32 bytes in base64; without it the file secret.key
  MPP_PUBLIC_URL         where people reach this server, for links and codes
  MPP_ORIGINS            * or the websites whose scripts may call the API, with commas between (*)
  MPP_TRUST_PROXY        how many proxies stand before this server (0)
  MPP_HOLDS_PER_CLIENT   seats that one network may hold or book within ten minutes (100)
  MPP_OIDC_ISSUER        address of the officers' OpenID Connect provider; nobody signs in without it
  MPP_OIDC_CLIENT_ID     what this server is called there
  MPP_OIDC_CLIENT_SECRET its secret there; a public client without it
  MPP_OIDC_SCOPE         what to ask the provider for (openid profile mpp)
  MPP_STAFF_HOURS        how long a sign-in holds (10)
  MPP_SEED               what an empty database is filled with: example or none (example)
  LOG_LEVEL              fatal, error, warn, info, debug, trace or silent (info)
`;

async function main([command, ...rest]: readonly string[]): Promise<void> {
  switch (command) {
    case undefined:
      return serve(process.env);
    case 'import':
      if (rest.length === 0) return refuse('mpp-server import needs the name of a file.');
      return withDatabase((database) => runImport(database, rest));
    case 'publish':
      return withDatabase(async (database) => {
        for (const regency of await regenciesOf(database)) await publish(database, regency);
      });
    case '--help':
    case '-h':
      process.stdout.write(help);
      return;
    default: {
      const run = Object.hasOwn(mallCommands, command) ? mallCommands[command] : undefined;
      if (run) return withDatabase((database) => runMall(() => run(database, rest)));
      refuse(`mpp-server does not know the command ${command}. Try mpp-server --help.`);
    }
  }
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const { databaseUrl, dataDir } = readConfig(process.env);
  const database = await openDatabase({ url: databaseUrl, dataDir });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

async function runImport(database: Database, files: readonly string[]): Promise<void> {
  try {
    for (const { file, kind, rows, regency } of await importFiles(database, files)) {
      process.stdout.write(`${file}: ${kind}, ${String(rows)} rows imported.\n`);
      if (regency !== undefined) await publish(database, regency);
    }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    refuse(`${error.toString()}\n${error.message}`);
  }
}

async function runMall(run: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(await run());
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    refuse(error.message);
  }
}

async function publish(database: Database, regency: string): Promise<void> {
  const { created, kept } = await publishSlots(database, regency);
  process.stdout.write(`${regency}: ${String(created)} slots published.\n`);
  for (const { day, agencyId } of kept) {
    process.stdout.write(
      `${regency}: ${day} of ${agencyId} has bookings and keeps its slots; those outside the new hours are closed.\n`,
    );
  }
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

main(process.argv.slice(2)).catch(fail);
