import type { Database } from '../database.ts';

/**
 * The same database, which says of every regency that was asked something, after the answer, that its
 * outbox may have more. So nobody has to look at hundreds of regencies in which nothing happens.
 */
export function watchedDatabase(database: Database, wake: (regency: string) => void): Database {
  return {
    ...database,
    async call(name, values) {
      const answer = await database.call(name, values);
      wake(values[0]);
      return answer;
    },
    async operate(regency, work) {
      const result = await database.operate(regency, work);
      wake(regency);
      return result;
    },
  };
}
