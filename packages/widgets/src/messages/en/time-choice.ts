import type { TimeChoiceMessages } from '../id/time-choice.ts';

export const timeChoice: TimeChoiceMessages = {
  pickDay: 'Choose a day',
  pickTime: (zone) => `Choose a time (${zone})`,
  today: 'today',
  tomorrow: 'tomorrow',
  placesLeft: (count) => (count === 1 ? '1 place' : `${count} places`),
  dayFull: 'full',
  dayClosed: 'closed',
  dayHoliday: (name) => `holiday: ${name}`,
  laterDays: 'See later days',
  nextDayWithRoom: (day) => `No place is free in these seven days. The nearest: ${day}.`,
  noDayWithRoom: (until) =>
    `No place is free until ${until}. Places come free when somebody cancels, and each day one more day opens. Please look again tomorrow.`,
  partsOfDay: { morning: 'Morning', noon: 'Midday', afternoon: 'Afternoon' },
  hour: (hour) => `${hour} o’clock`,
};
