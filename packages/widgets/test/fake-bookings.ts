import {
  type AvailableDay,
  type BookingState,
  type BookingStatus,
  checkCharacter,
  type ErrorCode,
  type Person,
  type StatusEvent,
  type Ticket,
} from '@mpp-digital/contract';

import { index, mall, serviceOf } from './fake-catalogue.ts';

/** What a handler throws to refuse a request. */
export class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

interface Seat {
  ticket: Ticket;
  slotId: string;
  person?: Person;
  timeline: StatusEvent[];
}

const { timeZone } = index.regency;
const times = ['08:20', '08:40', '09:00', '09:20', '10:40', '13:00', '13:20', '14:00'];

/** Times and seats of the mall, kept in memory as a server would keep them. */
export class FakeBookings {
  /** Places of each time. */
  capacity = 4;

  /** How long a seat is held, in seconds. */
  holdSeconds = 300;

  readonly #seats = new Map<string, Seat>();
  readonly #slots = new Map<string, { date: string; time: string; taken: number }>();

  /** Today at the mall: `2026-12-01`. */
  get today(): string {
    return new Intl.DateTimeFormat('sv', { timeZone }).format(new Date());
  }

  /** The day so many days later. */
  later(date: string, days: number): string {
    return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  }

  /** A calendar day: weekends are closed, today and every third other day are full. */
  day(date: string, serviceIds: string[]): AvailableDay {
    const weekday = new Date(date).getUTCDay();
    if (weekday === 0 || weekday === 6) return { date, state: 'closed', free: 0, slots: [] };
    const agencyId = serviceOf(serviceIds[0]!)?.agency.id ?? '';
    const busy = date === this.today || Math.floor(Date.parse(date) / 86_400_000) % 3 === 0;
    const slots = times.flatMap((time, position) => {
      const id = `00000000-0000-4000-8000-${date.replaceAll('-', '')}${String(1000 + position)}`;
      const slot = this.#slots.get(id) ?? { date, time, taken: busy ? this.capacity : 0 };
      this.#slots.set(id, slot);
      const free = this.capacity - slot.taken;
      if (free <= 0) return [];
      return [{ id, ...this.#period(date, time), agencyId, serviceIds, free }];
    });
    const free = slots.reduce((sum, slot) => sum + slot.free, 0);
    return { date, state: free ? 'open' : 'full', free, slots };
  }

  /** Takes the last places of a time: somebody else was faster. */
  fill(slotId: string): void {
    this.#slots.get(slotId)!.taken = this.capacity;
  }

  /** A new seat, held, or booked when the person is known. */
  take(slotId: string, serviceId: string, person?: Person): Ticket {
    const slot = this.#slots.get(slotId);
    const service = serviceOf(serviceId);
    if (!slot || !service) throw new Refusal('slot_closed');
    if (slot.taken >= this.capacity) throw new Refusal('slot_full');
    slot.taken += 1;
    const { code, secret } = newSecret();
    const id = crypto.randomUUID();
    const ticket: Ticket = {
      id,
      secret,
      code,
      state: 'held',
      number: `${service.agency.queuePrefix}${String(times.indexOf(slot.time) * 4 + slot.taken).padStart(3, '0')}`,
      service: { id: service.id, name: service.name },
      agency: { id: service.agency.id, name: service.agency.name },
      place: { ...service.places[0]!, id: mall.id },
      ...this.#period(slot.date, slot.time),
      timeZone,
      heldUntil: this.#holdEnd(),
      serverTime: new Date().toISOString(),
      priority: false,
      extendable: true,
      link: `${location.origin}/35.79/lacak#${secret}`,
    };
    this.#seats.set(id, { ticket, slotId, timeline: [] });
    return person ? this.book(id, person) : this.#move(id, 'held');
  }

  /** Turns a held seat into a booking. */
  book(id: string, person: Person): Ticket {
    const seat = this.seat(id);
    if (seat.ticket.state !== 'held') throw new Refusal('wrong_state');
    if (Date.parse(seat.ticket.heldUntil!) < Date.now()) throw new Refusal('hold_expired');
    const twin = [...this.#seats.values()].some(
      (other) =>
        other.person?.phone === person.phone &&
        other.ticket.state === 'booked' &&
        other.ticket.service.id === seat.ticket.service.id &&
        other.ticket.startsAt.slice(0, 10) === seat.ticket.startsAt.slice(0, 10),
    );
    if (twin) throw new Refusal('already_booked');
    seat.person = person;
    seat.ticket = { ...seat.ticket, heldUntil: null, extendable: false };
    seat.ticket.priority = person.priority ?? false;
    return this.#move(id, 'booked');
  }

  /** Keeps a held seat once more. */
  extend(id: string): Ticket {
    const seat = this.seat(id);
    if (!seat.ticket.extendable) throw new Refusal('wrong_state');
    seat.ticket = { ...seat.ticket, extendable: false, heldUntil: this.#holdEnd() };
    return this.show(id);
  }

  /** A ticket as it is now. */
  show(id: string): Ticket {
    return { ...this.seat(id).ticket, serverTime: new Date().toISOString() };
  }

  /** Moves a booking to another time. */
  reschedule(id: string, slotId: string): Ticket {
    const seat = this.seat(id);
    const slot = this.#slots.get(slotId);
    if (!slot) throw new Refusal('slot_closed');
    if (seat.slotId === slotId) throw new Refusal('same_slot');
    if (slot.taken >= this.capacity) throw new Refusal('slot_full');
    if (seat.ticket.state !== 'booked') throw new Refusal('wrong_state');
    this.#slots.get(seat.slotId)!.taken -= 1;
    slot.taken += 1;
    this.#move(id, 'rescheduled');
    const newId = crypto.randomUUID();
    const ticket = { ...seat.ticket, id: newId, ...this.#period(slot.date, slot.time) };
    this.#seats.set(newId, { ...seat, slotId, ticket, timeline: [...seat.timeline] });
    return this.#move(newId, 'booked');
  }

  /** Gives a seat back. */
  cancel(id: string): Ticket {
    const seat = this.seat(id);
    if (seat.ticket.state === 'cancelled') return seat.ticket;
    this.#slots.get(seat.slotId)!.taken -= 1;
    return this.#move(id, 'cancelled');
  }

  /** What happens at the mall: called, served, or not there. */
  advance(id: string, state: BookingState): void {
    this.#move(id, state);
  }

  /** Where a booking stands, by its code. */
  status(code: string): BookingStatus {
    const seat = this.byCode(code);
    const { id, secret: _secret, priority: _p, extendable: _e, link: _l, ...facts } = seat.ticket;
    const serverTime = new Date().toISOString();
    return { kind: 'booking', bookingId: id, ...facts, serverTime, timeline: seat.timeline };
  }

  /** The ticket for who knows its code and the end of the phone number. */
  unlock(code: string, phoneEnding: string): Ticket {
    const seat = this.byCode(code);
    if (!seat.person?.phone.endsWith(phoneEnding)) throw new Refusal('not_found');
    return seat.ticket;
  }

  seat(id: string): Seat {
    const seat = this.#seats.get(id);
    if (!seat) throw new Refusal('not_found');
    return seat;
  }

  byCode(code: string): Seat {
    const seat = [...this.#seats.values()].find(
      ({ ticket }) => ticket.code === code && ticket.state !== 'rescheduled',
    );
    if (!seat) throw new Refusal('not_found');
    return seat;
  }

  /** How many seats are held or taken. */
  get taken(): number {
    const free = ['cancelled', 'rescheduled'];
    return [...this.#seats.values()].filter(({ ticket }) => !free.includes(ticket.state)).length;
  }

  /** How many seats are booked. */
  get booked(): number {
    return [...this.#seats.values()].filter(({ ticket }) => ticket.state === 'booked').length;
  }

  #move(id: string, state: BookingState): Ticket {
    const seat = this.seat(id);
    const serverTime = new Date().toISOString();
    seat.timeline.push({ at: serverTime, state });
    seat.ticket = { ...seat.ticket, state, serverTime };
    return seat.ticket;
  }

  #holdEnd() {
    return new Date(Date.now() + this.holdSeconds * 1000).toISOString();
  }

  #period(date: string, time: string) {
    const startsAt = `${date}T${time}:00+07:00`;
    const end = new Date(Date.parse(startsAt) + 20 * 60_000 + 7 * 3_600_000).toISOString();
    return { startsAt, endsAt: `${end.slice(0, 19)}+07:00` };
  }
}

let made = 0;

function newSecret() {
  const eleven = String(++made).padStart(11, '7K3M9QXT2BH');
  const code = eleven + checkCharacter(eleven);
  return { code, secret: code + '0123456789ABCDEFGHJKMNPQRS' };
}
