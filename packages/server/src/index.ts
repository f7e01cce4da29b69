/**
 * A reference answer to the MPP Digital API on PostgreSQL.
 *
 * @packageDocumentation
 */
export { createApp } from './app.ts';
export { Catalogue, type CatalogueRows, type StoredService } from './catalogue.ts';
export { Catalogues } from './catalogues.ts';
export { ConfigError, readConfig, type Config } from './config.ts';
export {
  openDatabase,
  type Database,
  type DatabaseHealth,
  type DatabaseOptions,
  type Operator,
  type Statement,
} from './database.ts';
export { DatabaseBusy, DatabaseUnusable } from './database-trouble.ts';
export type { Backend } from './handler.ts';
export {
  importFiles,
  ImportRefused,
  type FileRefusals,
  type Imported,
} from './import/import-files.ts';
export { Limits } from './limits.ts';
export { createLog, type Logger } from './log.ts';
export { publishSlots, type KeptDay, type Published } from './publish.ts';
export { Secrets, type PersonalData } from './secrets.ts';
export { startServer, type RunningServer } from './server.ts';
