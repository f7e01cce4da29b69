// npm run -s search: reads queries from standard input, one a line, and prints for each what the
// finder would show over the demonstration catalogue: {"query","ids"}, best first.
import { once } from 'node:events';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';

import { createSearch } from '@mpp-digital/search';

import { readIndex } from './catalogue.ts';

const index = readIndex();
const search = createSearch(index.services, index);

// Whoever stops reading early, as `head` does, has seen enough.
stdout.on('error', () => process.exit());

for await (const query of createInterface({ input: stdin, crlfDelay: Infinity })) {
  const answer = JSON.stringify({ query, ids: search.find(query) });
  if (!stdout.write(`${answer}\n`)) await once(stdout, 'drain');
}
