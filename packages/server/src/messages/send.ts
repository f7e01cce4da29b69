import type { Catalogues } from '../catalogues.ts';
import type { Database } from '../database.ts';
import type { Job, Jobs } from '../jobs/jobs.ts';
import { queues } from '../jobs/queues.ts';
import type { Logger } from '../log.ts';
import type { PersonalData, Secrets } from '../secrets.ts';
import { bookingFacts, isStillTrue, type BookingMessage } from './booking-letter.ts';
import { NotTaken, Undeliverable, type Carrier, type Message } from './carrier.ts';
import type { LetterRow } from './message-functions.ts';
import { messageId, putOff, type MessageJob } from './message-job.ts';
import { quietUntil } from './wall-clock.ts';
import type { SettingsOf } from './settings.ts';
import { filled } from './template.ts';
import { isUrgent } from './urgent.ts';

/** All that sending needs. */
export interface Post {
  carriers: readonly Carrier[];
  settingsOf: SettingsOf;
  /** Where people reach the server. */
  publicUrl: string;
  database: Database;
  catalogues: Pick<Catalogues, 'get'>;
  secrets: Pick<Secrets, 'open'>;
  jobs: Pick<Jobs, 'enqueue'>;
  now: () => Date;
  log: Logger;
}

/**
 * Sends one message, if it is still true, may be sent now and can reach the person. Who that is, is
 * known from here to the carrier only.
 *
 * @throws What the carrier throws, so that the job is tried again; not on the last try.
 */
export async function send(job: Job<MessageJob>, post: Post): Promise<void> {
  const { regency, kind, subject, seq, carrier: name } = job.data;
  const id = messageId(job.data);
  const carrier = post.carriers.find((each) => each.name === name);
  if (!carrier || !isAboutBooking(kind)) return;
  const letter = await post.database.call('letter', [regency, id, subject, seq]);
  const catalogue = await post.catalogues.get(regency);
  if ('refused' in letter || letter.done || !catalogue) return;
  const { timeZone } = catalogue.regency;
  const person = personOf(letter, post.secrets);
  if (!isStillTrue(kind, letter, post.now(), timeZone)) return;
  if (!person?.code || !carrier.reaches(person)) return;

  const settings = post.settingsOf(regency);
  const quiet = quietUntil(post.now(), timeZone, settings.quiet);
  if (quiet && !isUrgent(kind, new Date(letter.startsAt), quiet)) {
    await post.database.operate(regency, (operator) =>
      post.jobs.enqueue(operator, 'messages', [putOff(job, quiet)]),
    );
    return;
  }

  const { code, language = 'id' } = person;
  const facts = bookingFacts(
    letter,
    { code, language, soon: settings.soon },
    catalogue,
    post.publicUrl,
  );
  const text = filled(settings.texts[language][kind], facts);
  const failure = await handOver({ id, kind, regency, language, ...text }, person, carrier, job);
  if (failure !== null) {
    post.log.warn({ regency, message: id, kind, carrier: name, failure }, 'a message was given up');
  }
  await post.database.call('note_message', [regency, id, kind, subject, name, failure]);
}

/** Null when it was taken; why not, when there is no use in trying again. */
async function handOver(
  message: Message,
  person: PersonalData,
  carrier: Carrier,
  { signal, retries }: Job<MessageJob>,
): Promise<string | null> {
  try {
    await carrier.send(message, person, signal);
    return null;
  } catch (error) {
    if (error instanceof Undeliverable) return error.reason;
    if (error instanceof NotTaken && retries >= queues.messages.retryLimit) return error.code;
    throw error;
  }
}

/** Undefined when it is erased, or nobody said who comes. */
function personOf({ code, personal }: LetterRow, secrets: Post['secrets']) {
  if (personal === null) return undefined;
  return secrets.open(Buffer.from(code, 'hex'), Buffer.from(personal, 'hex'));
}

function isAboutBooking(kind: MessageJob['kind']): kind is BookingMessage {
  return kind !== 'needs-correction' && kind !== 'ready';
}
