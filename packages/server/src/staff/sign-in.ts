import * as oidc from 'openid-client';

import type { Config } from '../config.ts';
import { officerIn } from './claims.ts';
import type { Session, Sessions } from './session.ts';

/** How long, in milliseconds, one may take to prove who one is. */
const patience = 600_000;

/** The provider cannot be asked. */
export class ProviderTrouble extends Error {
  override name = 'ProviderTrouble';
}

/** Signs officers in at an OpenID Connect provider: authorization code with PKCE (RFC 7636). */
export class SignIn {
  readonly #settings: NonNullable<Config['staff']>;
  readonly #sessions: Sessions;
  #provider: Promise<oidc.Configuration> | undefined;

  constructor(settings: NonNullable<Config['staff']>, sessions: Sessions) {
    this.#settings = settings;
    this.#sessions = sessions;
  }

  /**
   * Begins: where to send the officer, and what to keep meanwhile.
   *
   * @param redirect - Where the provider is to send the officer back to.
   * @param to - The page that was wanted.
   * @throws ProviderTrouble
   */
  async begin(redirect: string, to: string): Promise<{ url: URL; begun: string; until: Date }> {
    const provider = await this.#discover();
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirect,
      scope: this.#settings.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const until = new Date(Date.now() + patience);
    const begun = await this.#sessions.sealBegun({ verifier, state, nonce, to }, until);
    return { url, begun, until };
  }

  /**
   * Ends: who came back, and what page was wanted.
   *
   * @param address - What the provider sent the officer back to.
   * @param begun - What was kept meanwhile.
   * @returns Undefined when this is not the sign-in that began, or not an officer.
   * @throws ProviderTrouble
   */
  async end(address: URL, begun: string): Promise<{ session: Session; to: string } | undefined> {
    const kept = await this.#sessions.openBegun(begun);
    if (!kept) return undefined;
    const provider = await this.#discover();
    let claims: unknown;
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: String(kept['verifier']),
        expectedState: String(kept['state']),
        expectedNonce: String(kept['nonce']),
        idTokenExpected: true,
      });
      claims = tokens.claims();
    } catch (cause) {
      if (cause instanceof TypeError) throw new ProviderTrouble('It does not answer.', { cause });
      return undefined;
    }
    const officer = officerIn(claims);
    if (!officer) return undefined;
    const until = new Date(Date.now() + this.#settings.hours * 3_600_000);
    return { session: { ...officer, until }, to: String(kept['to']) };
  }

  /** Where to sign out at the provider, too; undefined where it knows no such thing. */
  async leave(backTo: string): Promise<URL | undefined> {
    const provider = await this.#discover();
    if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: backTo });
  }

  /** Asked once; a failure is not kept. */
  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const local = new URL(issuer).protocol === 'http:';
    this.#provider ??= oidc
      .discovery(
        new URL(issuer),
        clientId,
        clientSecret,
        clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
        // Only a provider on this machine may have such an address (config.ts).
        { timeout: 5, ...(local && { execute: [oidc.allowInsecureRequests] }) },
      )
      .catch((cause: unknown) => {
        this.#provider = undefined;
        throw new ProviderTrouble('The identity provider cannot be asked.', { cause });
      });
    return this.#provider;
  }
}
