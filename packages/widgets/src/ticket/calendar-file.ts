import type { Ticket } from '@mpp-digital/contract';

/** Hands a booking's calendar file to the browser as a download. */
export function saveCalendarFile(calendar: string, { number }: Ticket): void {
  const url = URL.createObjectURL(new Blob([calendar], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `antrean-${number.toLowerCase()}.ics`;
  link.click();
  // Safari reads the address only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
