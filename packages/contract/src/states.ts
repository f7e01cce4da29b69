/** Where a booking can stand. */
export const bookingStates = [
  'held',
  'booked',
  'checked-in',
  'called',
  'serving',
  'served',
  'cancelled',
  'rescheduled',
  'no-show',
  'expired',
] as const;

/** Where a booking stands. */
export type BookingState = (typeof bookingStates)[number];

/** Where a booking may go from where it stands. One that may go nowhere has ended. */
export const bookingMoves: Readonly<Record<BookingState, readonly BookingState[]>> = {
  held: ['booked', 'cancelled', 'expired'],
  booked: ['checked-in', 'cancelled', 'rescheduled', 'no-show'],
  'checked-in': ['called', 'cancelled'],
  called: ['serving', 'no-show', 'checked-in', 'rescheduled'],
  serving: ['served', 'rescheduled'],
  served: [],
  cancelled: [],
  rescheduled: [],
  'no-show': [],
  expired: [],
};
