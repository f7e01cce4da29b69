import { parse, WebhookEvent, webhookVersion } from '@mpp-digital/contract';

import type { DeliveryRow } from '../webhook-functions.ts';

/**
 * What a delivery tells. It says which thing came into which state, and nothing that is a person's: no
 * name, no number, no time of a visit, and no code, which would open the status to whoever reads it.
 */
export function messageOf(regency: string, delivery: DeliveryRow): WebhookEvent {
  const { kind, at, movedTo, subjectId, serviceId, agencyId, placeId } = delivery;
  const told = { kind, version: webhookVersion, timestamp: at };
  return parse(
    WebhookEvent,
    kind === 'test'
      ? { ...told, type: 'webhook.test', data: { regency } }
      : {
          ...told,
          type: `${kind}.${movedTo ?? ''}`,
          data: { regency, id: subjectId, serviceId, agencyId, placeId, state: movedTo },
        },
  );
}
