import type { PerformanceMessages } from '../id/performance.ts';
import { causes } from './causes.ts';
import { element } from './element.ts';

/** What the performance report says, in English. */
export const performance: PerformanceMessages = {
  ...element,
  ...causes,
  heading: (month) => `How services did, ${month}`,
  soFar: 'This month is not over: its figures still grow, and satisfaction is not counted yet.',
  slow: 'The connection is slow. We are still trying.',
  months: 'Month',
  none: 'There are no figures for this month yet.',
  what: 'Show',
  measures: {
    visits: 'Served',
    wait: 'Waiting time',
    noShows: 'Did not come',
    satisfaction: 'Satisfaction (IKM)',
  },
  explained: {
    visits: 'How many people were served at the counters.',
    wait: 'Half of the people waited no longer than so many minutes, from being here to being called.',
    noShows: 'Of a hundred queue numbers, so many people did not come.',
    satisfaction:
      'The satisfaction index (IKM), from 25 to 100. Figures of fewer than five answers are not shown.',
  },
  inWords: {
    visits: (figure) => (figure === '1' ? '1 person' : `${figure} people`),
    wait: (figure) => `${figure} min`,
    noShows: (figure) => `${figure}%`,
    satisfaction: (figure) => figure,
  },
  untold: 'not shown',
  chart: (what, month) => `Bar chart: ${what} by agency, ${month}`,
  table: 'All figures in a table',
  columns: {
    agency: 'Agency',
    bookings: 'Queue numbers',
    served: 'Served',
    noShows: 'Did not come',
    cancelled: 'Cancelled',
    median: 'Wait (minutes), half of the people at most',
    ninetieth: 'Wait (minutes), nine of ten people at most',
    index: 'IKM',
    answers: 'Answers',
  },
  again: (cause) => `${cause} Try again.`,
  open: 'Open data (JSON)',
};
