import { registry, toJSONSchema, type $ZodObject, type $ZodType } from 'zod/v4/core';

import * as contract from './index.ts';
import type { Operation } from './operation.ts';

/** A part of the document. */
export type JsonObject = { [member: string]: unknown };

/**
 * What things mean: schemas, members and operations, by `Ticket`, `Ticket.secret`,
 * `Ticket.place.address`, `bookings.hold`.
 */
export type Descriptions = Readonly<Record<string, string>>;

/** An object as JSON Schema describes it. */
export interface ObjectSchema extends JsonObject {
  properties: Record<string, JsonObject>;
  required?: string[];
}

/** The contract's schemas as JSON Schema: exported ones by name, others where they are used. */
export class JsonSchemas {
  readonly #names = registry<{ id: string }>();
  readonly #made: Record<string, JsonObject>;

  constructor(descriptions: Descriptions) {
    for (const [name, value] of Object.entries(contract)) {
      if (typeof value === 'object' && '_zod' in value) this.#add(value, capitalised(name));
    }
    for (const [tag, table] of Object.entries(contract.operations)) {
      for (const [name, { params, result }] of Object.entries<Operation>(table)) {
        if (params) this.#add(params, `${unnamed}${tag}.${name}.params`);
        this.#add(result, `${unnamed}${tag}.${name}.result`);
      }
    }
    const { schemas } = toJSONSchema(this.#names, {
      // As input: an answer may gain members, so none are forbidden.
      io: 'input',
      uri: (name) => `#/components/schemas/${name}`,
      override: ({ zodSchema, jsonSchema }) => {
        const { def } = zodSchema._zod;
        if (def.type === 'union' && 'discriminator' in def) {
          jsonSchema['discriminator'] = { propertyName: def.discriminator };
        }
        // What a format says already, and what holds for each number in JSON.
        if (jsonSchema.format) delete jsonSchema.pattern;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      },
    });
    this.#made = Object.fromEntries(
      Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [
        name,
        explained(name, schema, descriptions),
      ]),
    );
  }

  /** The schemas with a name, for `components`. Queries become parameters. */
  get named(): Record<string, JsonObject> {
    const named = Object.entries(this.#made).filter(([name]) => !/^~|Query$/.test(name));
    return Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** A schema: a reference, if it has a name. */
  of(schema: $ZodType): JsonObject {
    const name = this.#names.get(schema)!.id;
    return name.startsWith(unnamed) ? this.#made[name]! : { $ref: `#/components/schemas/${name}` };
  }

  /** What an object has. */
  members(schema: $ZodObject): ObjectSchema {
    return this.#made[this.#names.get(schema)!.id] as ObjectSchema;
  }

  #add(schema: $ZodType, id: string) {
    if (!this.#names.has(schema)) this.#names.add(schema, { id });
  }
}

const unnamed = '~';

const capitalised = (name: string) => name[0]!.toUpperCase() + name.slice(1);

function explained(name: string, schema: JsonObject, descriptions: Descriptions): JsonObject {
  const description = descriptions[name];
  const members = Object.entries((schema as Partial<ObjectSchema>).properties ?? {});
  const properties = members.map(([key, member]) => [
    key,
    explained(`${name}.${key}`, member, descriptions),
  ]);
  return {
    ...(description && { description }),
    ...schema,
    ...(members.length > 0 && { properties: Object.fromEntries(properties) as unknown }),
  };
}
