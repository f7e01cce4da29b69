import { linkedData } from '../linked-data.ts';
import { Problem } from '../problem.ts';
import { findPage } from './find-page.ts';
import { translationOf } from './page.ts';
import { servicePage } from './service-page.ts';
import type { Site } from './site.ts';

/** The pages of the catalogue: all services, what a search found, and each service. */
export function addServicePages(site: Site): void {
  site.get('/layanan', ({ context, frame, catalogue }) => {
    const query = (context.req.query('q') ?? '').trim().slice(0, 200);
    const make = () => ({
      title: frame.words.services,
      // Only blanks were typed: they must not stay in what is kept for everyone.
      translation: translationOf(context, frame, ...(query === '' ? [] : ['q'])),
      upgrade: true,
      isPublic: true,
      body: findPage(frame, catalogue, query),
    });
    return query === '' ? { keep: 'layanan', make } : make();
  });

  site.get('/layanan/:serviceId', ({ context, frame, catalogue, backend }) => {
    const service = catalogue.services.get(context.req.param('serviceId') ?? '');
    if (!service) throw new Problem('not_found');
    return {
      keep: `layanan/${service.id}`,
      make: () => ({
        title: service.name[frame.language],
        translation: translationOf(context, frame),
        upgrade: true,
        body: servicePage(
          frame,
          service,
          linkedData(service, catalogue, backend.config.publicUrl ?? ''),
          catalogue.forms.has(service.id),
        ),
      }),
    };
  });
}
