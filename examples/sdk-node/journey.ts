// Finds a service, books a time, follows the code, moves the booking, and gives the seat back.
import { formatCode, MppClient, MppError, normalisePhone } from '@mpp-digital/sdk';

const { MPP_API = 'http://localhost:8080', MPP_REGENCY = '35.79' } = process.env;
const client = new MppClient({ baseUrl: MPP_API, regency: MPP_REGENCY });

// Find: the index is small enough to be searched here.
const { services } = await client.catalogue.index();
const wanted = services.find(
  ({ keywords, bookable }) => bookable && keywords.includes('ktp ilang'),
);
if (!wanted) throw new Error('Nobody here replaces a lost identity card.');
const { name, requirements, places } = await client.catalogue.service(wanted.id);
console.log(`${name.en}: bring ${requirements.map(({ text }) => text.en).join('; ')}`);

// Book: the first two times with room, at the first place.
const { placeId } = places[0]!;
const { days } = await client.availability.days({ placeId, services: [wanted.id], days: 14 });
const [first, second] = days.flatMap(({ slots }) => slots);
if (!first || !second) throw new Error('No time is free in the next two weeks.');

const booked = await client.bookings.book({
  slotId: first.id,
  serviceId: wanted.id,
  name: 'Sri Wahyuni',
  phone: normalisePhone('0812-3456-7890')!,
});
console.log(`Booked: number ${booked.number}, ${booked.startsAt}`);

// Track: anyone with the code sees where it stands, and nothing of the person.
const status = await client.tracking.status(formatCode(booked.code).toLowerCase());
console.log(`Tracked: ${status.state}, number ${status.number}`);

// Move: the old seat is kept until the new one is won.
const moved = await client.bookings.reschedule(booked, second.id);
console.log(`Moved: ${moved.startsAt}`);

// Cancel: the seat is free again.
const { state } = await client.bookings.cancel(moved);
console.log(`Cancelled: ${state}`);

// What is refused says why, in a code that a program can branch on.
try {
  await client.bookings.reschedule(moved, first.id);
} catch (error) {
  if (!(error instanceof MppError)) throw error;
  console.log(`Refused: ${error.code}`);
}
