import type { Input, Operation, Result } from '@mpp-digital/contract';

import type { RequestOptions, Transport } from './transport.ts';

/** A part of the API, over the client's transport. */
export abstract class Resource {
  readonly #transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** @internal */
  protected call<O extends Operation>(
    operation: O,
    input: Input<O>,
    options?: RequestOptions,
    bearer?: string,
  ): Promise<Result<O>> {
    return this.#transport.call(operation, input, options, bearer);
  }
}
