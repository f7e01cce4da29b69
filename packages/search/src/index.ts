export { createSearch } from './search.ts';
export type { Search } from './search.ts';
export type { LocalText, SearchableGroup, SearchableService, SearchOptions } from './services.ts';
