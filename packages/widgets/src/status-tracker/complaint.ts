import { Task } from '@lit/task';
import type { ComplaintChannel, Status } from '@mpp-digital/contract';
import type { MppClient } from '@mpp-digital/sdk';
import { html, type LitElement, nothing } from 'lit';

import { announce } from '../announce.ts';
import { copy } from '../clipboard.ts';
import { notice, type NoticeKind } from '../form/notice.ts';
import { dayOf, longDay } from '../format/moments.ts';
import { inLocale } from '../format/text.ts';
import type { Locale } from '../language.ts';
import type { FoundMessages } from './found-messages.ts';

interface ComplaintContext {
  host: LitElement;
  client: () => Pick<MppClient, 'catalogue'>;
  messages: () => FoundMessages;
  locale: () => Locale;
}

/** Where people complain of public services all over Indonesia; also when the service is unknown. */
const lapor: ComplaintChannel = {
  label: { id: 'SP4N-LAPOR!', en: 'SP4N-LAPOR!' },
  link: 'https://www.lapor.go.id',
};

/**
 * Where to complain of a service, and what to write so that the agency finds the visit. Reports may
 * be read by everyone: neither the person nor the code is in it.
 */
export class Complaint {
  readonly #context: ComplaintContext;
  readonly #channels;
  #said: [NoticeKind, string] | undefined;

  constructor(context: ComplaintContext, serviceId: () => string | undefined) {
    this.#context = context;
    this.#channels = new Task(context.host, {
      args: () => [context.client(), serviceId()] as const,
      task: async ([client, id], { signal }) =>
        id ? (await client.catalogue.service(id, { signal })).complaintChannels : [],
    });
  }

  render(status: Status) {
    const t = this.#context.messages();
    const channels = this.#channels.value?.length ? this.#channels.value : [lapor];
    const reference = this.#reference(status);
    return html`
      <section class="complaint">
        <h3>${t.complain}</h3>
        <ul>
          ${channels.map((channel) => html`<li>${this.#channel(channel)}</li>`)}
        </ul>
        <p class="muted">${t.complainHint}</p>
        <p class="reference">${reference}</p>
        <button type="button" @click=${() => void this.#copy(reference)}>${t.copyReference}</button>
        ${this.#said ? notice(...this.#said) : nothing}
      </section>
    `;
  }

  #channel({ label, link }: ComplaintChannel) {
    const name = inLocale(label, this.#context.locale());
    return link
      ? html`<a href=${link} rel="noopener noreferrer" referrerpolicy="no-referrer">${name}</a>`
      : name;
  }

  #reference({ number, service, agency, place, startsAt, timeZone }: Status): string {
    const locale = this.#context.locale();
    return this.#context
      .messages()
      .reference(
        inLocale(service.name, locale),
        inLocale(agency.name, locale),
        inLocale(place.name, locale),
        longDay(dayOf(startsAt, timeZone), locale),
        number,
      );
  }

  async #copy(text: string) {
    const { host, messages } = this.#context;
    const t = messages();
    this.#said = (await copy(text))
      ? ['positive', t.referenceCopied]
      : ['warning', t.referenceCopyFailed];
    announce(this.#said[1]);
    host.requestUpdate();
  }
}
