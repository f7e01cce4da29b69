import type {
  DeliveryAttempt,
  DeliveryState,
  WebhookEventType,
  WebhookStop,
} from '@mpp-digital/contract';

import type { Refused } from './database-functions.ts';

/** A webhook, as its keepers are told of it, and what its secret is derived from. */
export interface WebhookRow {
  id: string;
  url: string;
  description: string;
  events: WebhookEventType[];
  agencies: string[] | null;
  seed: string;
  stopped: WebhookStop['reason'] | null;
  stoppedAt: string | null;
  failingSince: string | null;
  missed: number;
  oldSecretUntil: string | null;
  createdAt: string;
}

/** An event for a webhook; what is null is not said of a test. */
export interface DeliveryRow {
  id: string;
  webhookId: string;
  kind: 'booking' | 'application' | 'test';
  subjectId: string | null;
  movedTo: string | null;
  serviceId: string | null;
  agencyId: string | null;
  placeId: string | null;
  at: string;
  state: DeliveryState;
  attempts: DeliveryAttempt[];
  dueAt: string | null;
}

/** A delivery to be sent now. */
export interface ClaimRow extends DeliveryRow {
  url: string;
  seed: string;
  /** Null unless the secret was changed lately. */
  oldSeed: string | null;
}

type Agencies = readonly string[] | null;

/** The functions for webhooks. `agencies` are those that the manager may act for, null for all. */
export interface WebhookFunctions {
  list_webhooks(regency: string, agencies: Agencies): { webhooks: WebhookRow[] };

  create_webhook(
    regency: string,
    key: string,
    request: Uint8Array,
    url: string,
    description: string,
    events: readonly string[],
    agencies: Agencies,
    most: number,
  ): WebhookRow | Refused<'too_many_webhooks' | 'key_reused'>;

  /** Null leaves as it is. */
  change_webhook(
    regency: string,
    webhook: string,
    agencies: Agencies,
    url: string | null,
    description: string | null,
    events: readonly string[] | null,
    enabled: boolean | null,
  ): WebhookRow | Refused<'not_found'>;

  remove_webhook(
    regency: string,
    webhook: string,
    agencies: Agencies,
  ): WebhookRow | Refused<'not_found'>;

  rotate_webhook(
    regency: string,
    key: string,
    request: Uint8Array,
    webhook: string,
    agencies: Agencies,
  ): WebhookRow | Refused<'not_found' | 'key_reused'>;

  test_webhook(
    regency: string,
    key: string,
    request: Uint8Array,
    webhook: string,
    agencies: Agencies,
  ): DeliveryRow | Refused<'not_found' | 'wrong_state' | 'key_reused'>;

  list_deliveries(
    regency: string,
    webhook: string,
    agencies: Agencies,
    state: DeliveryState | null,
    after: string | null,
    most: number,
  ): { deliveries: DeliveryRow[] } | Refused<'not_found'>;

  replay_delivery(
    regency: string,
    webhook: string,
    agencies: Agencies,
    delivery: string,
  ): DeliveryRow | Refused<'not_found' | 'wrong_state'>;

  replay_missed(
    regency: string,
    webhook: string,
    agencies: Agencies,
    since: string,
  ): { deliveries: number } | Refused<'not_found' | 'wrong_state'>;

  /** `busy`: ids of the webhooks to which something is under way, each as often. */
  claim_deliveries(
    regency: string,
    most: number,
    busy: readonly string[],
  ): { claims: ClaimRow[]; nextIn: number | null };

  /** `attempt`: JSON of a `DeliveryAttempt`. */
  end_attempt(
    regency: string,
    delivery: string,
    attempt: string,
  ): DeliveryRow | Refused<'not_found'>;
}
