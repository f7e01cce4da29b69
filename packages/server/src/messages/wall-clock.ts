/** A time on the wall, in minutes from midnight. */
export type WallTime = number;

/** Between these nobody is told what can wait; over midnight when `from` is the later. */
export interface QuietHours {
  from: WallTime;
  to: WallTime;
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** Whether it is quiet at a moment, and if so when that ends. */
export function quietUntil(
  now: Date,
  timeZone: string,
  { from, to }: QuietHours,
): Date | undefined {
  const time = wallTime(now, timeZone);
  const isQuiet = from <= to ? from <= time && time < to : from <= time || time < to;
  if (!isQuiet) return undefined;
  const minutes = (to - time + dayMinutes) % dayMinutes;
  const thisMinute = Math.floor(now.getTime() / minuteMs) * minuteMs;
  return new Date(thisMinute + minutes * minuteMs);
}

/** A time on the wall of the day before a moment. */
export function dayBefore(moment: Date, timeZone: string, at: WallTime): Date {
  const midnight = midnightBefore(moment, timeZone);
  return new Date(midnight.getTime() - (dayMinutes - at) * minuteMs);
}

/** When the day of a moment begins. */
export function midnightBefore(moment: Date, timeZone: string): Date {
  const itsMinute = Math.floor(moment.getTime() / minuteMs) * minuteMs;
  return new Date(itsMinute - wallTime(moment, timeZone) * minuteMs);
}

// Indonesia's clocks are never put forward or back, so that minutes can be counted.
function wallTime(moment: Date, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(moment);
  const part = (type: 'hour' | 'minute') =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}
