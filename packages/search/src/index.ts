export { createSearch } from './search.ts';
export type { Match, Search } from './search.ts';
export type { LocalText, SearchableGroup, SearchableService, SearchOptions } from './services.ts';
