import type { Webhook, WebhookDelivery, WebhookSecret } from '@mpp-digital/contract';

import { bookingId, slotId } from './sample-answers.ts';

const at = '2026-11-23T08:00:00+07:00';

export const webhook: Webhook = {
  id: slotId,
  url: 'https://app.example.go.id/mpp',
  description: '',
  events: ['booking.called'],
  agencies: null,
  stopped: null,
  failingSince: null,
  missed: 0,
  oldSecretUntil: null,
  createdAt: at,
};

export const webhookSecret: WebhookSecret = {
  webhook,
  secret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
};

export const delivery: WebhookDelivery = {
  id: bookingId,
  event: {
    type: 'webhook.test',
    kind: 'test',
    version: '1',
    timestamp: at,
    data: { regency: '35.79' },
  },
  state: 'missed',
  attempts: [{ at, ms: 40, status: 500, failure: 'status' }],
  nextAttemptAt: null,
};
