import type { Operation, Operations, Result } from '@mpp-digital/contract';

import type { CachedOptions, OnceOptions, SpokenOptions } from './options.ts';
import type { Call, Transport } from './transport.ts';

/** A method for every operation of a resource, by its name: a missing one does not compile. */
export type MethodsFor<O extends Operations> = {
  readonly [Name in keyof O]: (...input: never[]) => unknown;
};

/** What all resources share: the way to the server. */
export abstract class Resource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /** Calls an operation of the contract's table. */
  protected call<O extends Operation>(
    operation: O,
    input: Call<O>,
    options?: CachedOptions & OnceOptions & SpokenOptions,
  ): Promise<Result<O>> {
    return this.transport.call(operation, input, options);
  }
}
