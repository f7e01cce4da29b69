// What the finder needs once someone types, narrows or chooses: fetched after the first view.
export { createSearch } from '@mpp-digital/search';
export { finding } from '../messages/id/finding.ts';
export { elsewhere } from './elsewhere.ts';
export { FilterPanel } from './filter-panel.ts';
export { foundSentence, foundServices } from './found-services.ts';
export { keptNote } from './kept-note.ts';
export { listStyles } from './list.styles.ts';
export { otherNeed } from './other-needs.ts';
export { serviceArticle } from './service-article.ts';
