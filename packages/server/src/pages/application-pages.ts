import { html } from 'hono/html';

import type { ServiceForm } from '../catalogue.ts';
import type { Frame, Markup } from './page.ts';
import { translationOf } from './page.ts';
import type { Site } from './site.ts';

/** Where one applies online: the form's widget, and an honest word for who has no JavaScript. */
export function addApplicationPages(site: Site): void {
  site.get('/permohonan', ({ context, frame, catalogue }) => {
    const service = catalogue.services.get(context.req.query('layanan') ?? '');
    const form = service && catalogue.forms.get(service.id);
    // An address may outlive a form: then all that can be applied for is shown.
    return {
      title: frame.words.applyPage,
      translation: translationOf(context, frame, ...(form ? ['layanan'] : [])),
      upgrade: true,
      isPublic: true,
      body: form
        ? formPage(frame, service, form)
        : listPage(
            frame,
            [...catalogue.services.values()].filter(({ id }) => catalogue.forms.has(id)),
          ),
    };
  });
}

interface Named {
  id: string;
  name: { id: string; en: string };
}

/** The widget takes the place of what stands in it. */
function formPage(frame: Frame, { id, name }: Named, { form }: ServiceForm): Markup {
  const { words, page, regency, language } = frame;
  return html`<p><a href="${page(`layanan/${id}`)}">‹ ${name[language]}</a></p>
    <h1>${words.applyFor(name[language])}</h1>
    <mpp-application-form regency="${regency}" service="${id}">
      <p class="notice">${words.applyWithoutScript}</p>
      <h2>${words.bring}</h2>
      <ul>
        ${form.documents.map(({ text }) => html`<li>${text[language]}</li>`)}
      </ul>
      <p><a class="button" href="${page('janji', { layanan: id })}">${words.takeNumber}</a></p>
    </mpp-application-form>`;
}

function listPage({ words, page, language }: Frame, services: readonly Named[]): Markup {
  return html`<h1>${words.applyPage}</h1>
    ${
      services.length === 0
        ? html`<p>${words.applyNothing}</p>`
        : html`<ul>
            ${services.map(
              ({ id, name }) =>
                html`<li>
                  <a href="${page('permohonan', { layanan: id })}">${name[language]}</a>
                </li>`,
            )}
          </ul>`
    }`;
}
