// What the finder needs once someone types or narrows: fetched after the first view.
export { createSearch } from '@mpp-digital/search';
export { elsewhere } from './elsewhere.ts';
export { foundServices } from './found-services.ts';
export { otherNeed } from './other-needs.ts';
