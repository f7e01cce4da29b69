import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

import { checkCharacter, encodeBase32 } from '@mpp-digital/contract';

/** Who comes, as it was given. */
export interface PersonalData {
  name: string;
  phone: string;
}

const purposes = [
  'code',
  'booking',
  'secret',
  'stored-code',
  'stored-secret',
  'person',
  'phone-ending',
  'request',
  'check',
  'personal',
  'session',
  'application',
  'file',
  'webhook',
] as const;
type Purpose = (typeof purposes)[number];

/**
 * Everything secret, derived from the server's one key, with a key of its own for each purpose.
 *
 * Codes and secrets are derived from the caller's idempotency key, so that the same request gets the
 * same answer also after a crash, although the database knows nothing but their HMACs. Every
 * derivation names the regency: nothing of one regency fits another.
 */
export class Secrets {
  readonly #keys: Record<Purpose, KeyObject>;

  /** @param key - 32 random bytes. */
  constructor(key: Uint8Array) {
    this.#keys = Object.fromEntries(
      purposes.map((purpose) => [
        purpose,
        createSecretKey(new Uint8Array(hkdfSync('sha256', key, '', `mpp-digital/${purpose}`, 32))),
      ]),
    ) as Record<Purpose, KeyObject>;
  }

  /** The code of the booking that a request with this idempotency key makes. */
  code(regency: string, idempotencyKey: string): string {
    const eleven = encodeBase32(this.#hmac('code', regency, idempotencyKey), 11);
    return eleven + checkCharacter(eleven);
  }

  /** The id of the booking that a request with this idempotency key makes: a UUID, version 8. */
  bookingId(regency: string, idempotencyKey: string): string {
    const bytes = this.#hmac('booking', regency, idempotencyKey);
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return bytes
      .toString('hex', 0, 16)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** The ticket secret that goes with a code: the code and 26 more characters. */
  secret(regency: string, code: string): string {
    return code + encodeBase32(this.#hmac('secret', regency, code), 26);
  }

  /** What is stored in place of a code. */
  storedCode(regency: string, code: string): Buffer {
    return this.#hmac('stored-code', regency, code);
  }

  /** What is stored in place of a ticket secret. */
  storedSecret(regency: string, secret: string): Buffer {
    return this.#hmac('stored-secret', regency, secret);
  }

  /** What tells one person from another: the phone, as nobody without the key can find it out. */
  person(regency: string, phone: string): Buffer {
    return this.#hmac('person', regency, phone);
  }

  /** What proves the end of a phone number for one code. */
  phoneEnding(regency: string, code: string, lastFour: string): Buffer {
    return this.#hmac('phone-ending', regency, code, lastFour);
  }

  /** What tells one request from another; keyed, because its body names a person. */
  request(regency: string, operation: string, content: unknown): Buffer {
    return this.#hmac('request', regency, operation, JSON.stringify(content));
  }

  /** The key of the officers' sign-ins. */
  sessionKey(): Uint8Array {
    return new Uint8Array(this.#keys.session.export());
  }

  /**
   * What a webhook's messages are signed with, derived from a seed that is kept with it: it stands
   * nowhere, and a database alone signs nothing.
   */
  webhookSecret(regency: string, webhookId: string, seed: string): Buffer {
    return this.#hmac('webhook', regency, webhookId, seed);
  }

  /** What shows that a database was written with this key. */
  check(): Buffer {
    return this.#hmac('check', 'mpp-digital');
  }

  /**
   * Encrypts a person for one booking.
   *
   * @param storedCode - The booking's, see {@link Secrets.storedCode}: it opens only with the same, and
   *   so only for the same regency and code.
   */
  seal(storedCode: Uint8Array, person: PersonalData): Buffer {
    return this.#seal('personal', storedCode, Buffer.from(JSON.stringify(person)));
  }

  /**
   * Decrypts what {@link Secrets.seal} made.
   *
   * @throws Error when it was changed, or belongs to another booking.
   */
  open(storedCode: Uint8Array, sealed: Uint8Array): PersonalData {
    return JSON.parse(this.#open('personal', storedCode, sealed).toString('utf8')) as PersonalData;
  }

  /**
   * Encrypts what somebody wrote in an application: it opens only as the same member of the same one.
   *
   * @param member - What it is: `answers`, `correction`.
   */
  sealText(storedCode: Uint8Array, member: string, text: string): Buffer {
    return this.#seal('application', Buffer.concat([storedCode, Buffer.from(member)]), text);
  }

  /**
   * Decrypts what {@link Secrets.sealText} made.
   *
   * @throws Error when it was changed, or belongs elsewhere.
   */
  openText(storedCode: Uint8Array, member: string, sealed: Uint8Array): string {
    const bound = Buffer.concat([storedCode, Buffer.from(member)]);
    return this.#open('application', bound, sealed).toString('utf8');
  }

  /** Encrypts a file: it opens only under the same name. */
  sealFile(name: string, bytes: Uint8Array): Buffer {
    return this.#seal('file', Buffer.from(name), bytes);
  }

  /**
   * Decrypts what {@link Secrets.sealFile} made.
   *
   * @throws Error when it was changed, or has another name.
   */
  openFile(name: string, sealed: Uint8Array): Buffer {
    return this.#open('file', Buffer.from(name), sealed);
  }

  #seal(purpose: Purpose, bound: Uint8Array, content: Uint8Array | string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#keys[purpose], nonce);
    cipher.setAAD(bound);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([sealedVersion, nonce, cipher.getAuthTag(), sealed]);
  }

  #open(purpose: Purpose, bound: Uint8Array, sealed: Uint8Array): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#keys[purpose], sealed.subarray(1, 13));
    decipher.setAAD(bound);
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  }

  // The parts are separated by a byte that none of them contains.
  #hmac(purpose: Purpose, ...parts: string[]): Buffer {
    return createHmac('sha256', this.#keys[purpose]).update(parts.join('\0')).digest();
  }
}

/** So that another cipher can follow one day, and both be read. */
const sealedVersion = Buffer.of(1);
