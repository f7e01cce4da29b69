import { fileTypes, type Operation } from '@mpp-digital/contract';

import type { RequestOptions } from './options.ts';
import { Transport, type Call } from './transport.ts';

type Fetch = typeof globalThis.fetch;

/**
 * Transports speak JSON, so that every page has to load no more than that. Who sends or takes bytes
 * puts them in or out here, on their way; patience, checks and errors stay those of the transport.
 */
const around = ({ options }: Transport, wrap: (fetch: Fetch) => Fetch) => {
  const { fetch = (...sent) => globalThis.fetch(...sent) } = options;
  return new Transport({ ...options, fetch: wrap(fetch) });
};

/** A transport whose calls send these bytes of a file. */
export const sending = (transport: Transport, piece: Blob, offset: number): Transport =>
  around(transport, (fetch) => (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('content-type', 'application/partial-upload');
    headers.set('upload-offset', String(offset));
    return fetch(url, { ...init, headers, body: piece });
  });

/** Takes a file. */
export async function download<O extends Operation>(
  transport: Transport,
  operation: O,
  input: Call<O>,
  options?: RequestOptions,
): Promise<Blob> {
  const media = operation.media ?? '';
  let file = new Blob();
  const taking = around(transport, (fetch) => async (url, init) => {
    const answer = await fetch(url, init);
    const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
    if (!answer.ok || ![media, ...fileTypes].includes(type)) return answer;
    file = new Blob([await answer.arrayBuffer()], { type });
    return new Response('', { headers: { 'content-type': media } });
  });
  await taking.call(operation, input, options);
  return file;
}
