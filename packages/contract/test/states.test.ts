import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  applicationMoves,
  applicationStates,
  bookingMoves,
  bookingStates,
} from '@mpp-digital/contract';

const tables: Record<
  string,
  [readonly string[], Readonly<Record<string, readonly string[]>>, string[]]
> = {
  bookings: [
    bookingStates,
    bookingMoves,
    ['cancelled', 'expired', 'no-show', 'rescheduled', 'served'],
  ],
  applications: [applicationStates, applicationMoves, ['completed', 'rejected', 'withdrawn']],
};

for (const [name, [states, moves, ends]] of Object.entries(tables)) {
  describe(name, () => {
    test('have moves for each state, and only to states', () => {
      assert.deepEqual(Object.keys(moves).sort(), [...states].sort());
      for (const target of Object.values(moves).flat()) assert.ok(states.includes(target), target);
    });

    test('end where they should', () => {
      assert.deepEqual(states.filter((state) => moves[state]!.length === 0).sort(), ends);
    });

    test('reach each state from the first, and an end from each', () => {
      const from = (state: string, seen = new Set<string>()): Set<string> => {
        if (!seen.has(state)) moves[seen.add(state) && state]!.forEach((next) => from(next, seen));
        return seen;
      };
      assert.deepEqual([...from(states[0]!)].sort(), [...states].sort());
      for (const state of states)
        assert.ok(
          ends.some((end) => from(state).has(end)),
          state,
        );
    });
  });
}
