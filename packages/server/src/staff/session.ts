import { staffRoles, type StaffRole } from '@mpp-digital/contract';
import { EncryptJWT, jwtDecrypt } from 'jose';

import type { TrustedTerminal } from './terminal.ts';

/** An officer who has signed in. */
export interface Session {
  /** The id that the provider gave. */
  id: string;
  name: string;
  role: StaffRole;
  /** Kemendagri code of the only regency that the officer may act in. */
  regency: string;
  /** Ids of the agencies that the officer may act for; null for all. */
  agencies: readonly string[] | null;
  /** Until when the sign-in holds. */
  until: Date;
}

/**
 * Sign-ins as encrypted tokens (JWE, RFC 7516), so that all servers with one key know them and none
 * must remember them. A library does it, because tokens of our own have been got wrong often enough.
 */
export class Sessions {
  readonly #key: Uint8Array;

  /** @param key - 32 bytes for this purpose only. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** Makes the token of a sign-in. */
  seal({ until, ...session }: Session): Promise<string> {
    return this.#seal('session', { ...session }, until);
  }

  /** Reads it; undefined when it is not one of ours, or its time is up. */
  async open(token: string): Promise<Session | undefined> {
    const claims = await this.#open('session', token);
    if (claims === undefined) return undefined;
    const { id, name, role, regency, agencies, exp } = claims as Omit<Session, 'until'> & {
      exp: number;
    };
    return staffRoles.includes(role)
      ? { id, name, role, regency, agencies, until: new Date(exp * 1000) }
      : undefined;
  }

  /** Makes the token of a sign-in that has begun: what must come back with it. */
  sealBegun(begun: Record<string, string>, until: Date): Promise<string> {
    return this.#seal('begun', begun, until);
  }

  /** Reads it; undefined when it is not one of ours, or its time is up. */
  openBegun(token: string): Promise<Record<string, unknown> | undefined> {
    return this.#open('begun', token);
  }

  /** Makes the token of a terminal. */
  sealTerminal(terminal: TrustedTerminal, until: Date): Promise<string> {
    return this.#seal('terminal', { ...terminal }, until);
  }

  /** Reads it; undefined when it is not one of ours, or its time is up. */
  async openTerminal(token: string): Promise<TrustedTerminal | undefined> {
    const claims = await this.#open('terminal', token);
    if (claims === undefined) return undefined;
    const { id, kioskId, regency } = claims as unknown as TrustedTerminal;
    return { id, kioskId, regency };
  }

  // The audience keeps one kind of token from being taken for the other.
  #seal(kind: string, claims: Record<string, unknown>, until: Date): Promise<string> {
    return new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(kind)
      .setExpirationTime(until)
      .encrypt(this.#key);
  }

  async #open(kind: string, token: string): Promise<Record<string, unknown> | undefined> {
    try {
      const { payload } = await jwtDecrypt(token, this.#key, {
        audience: kind,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['exp'],
      });
      return payload;
    } catch {
      return undefined;
    }
  }
}
