// What the finder needs once someone types, narrows or chooses: fetched after the first view.
export { createSearch } from '@mpp-digital/search';
export { elsewhere } from './elsewhere.ts';
export { foundServices } from './found-services.ts';
export { keptNote } from './kept-note.ts';
export { listStyles } from './list.styles.ts';
export { otherNeed } from './other-needs.ts';
export { serviceArticle } from './service-article.ts';
