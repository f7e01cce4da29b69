// Nothing runs here: what must and must not compile in the programs of those who use the widgets.
import type {
  BookedEvent,
  BookEvent,
  ServiceFinder,
  ServiceFinderMessages,
} from '@mpp-digital/widgets';
import type { CustomElements, WidgetProps } from '@mpp-digital/widgets/jsx';
import type {} from '@mpp-digital/widgets/react';
import { useRef } from 'react';

/** What React lets every element take, the widgets take too. */
export function Ordinary() {
  const finder = useRef<ServiceFinder>(null);
  return (
    <mpp-service-finder
      ref={finder}
      key="finder"
      className="wide"
      style={{ maxWidth: '40rem', '--mpp-color-brand': '#00695c' }}
      query="ktp"
      strings={{ found: (count) => `${count} layanan ditemukan` }}
      onClick={(event) => event.currentTarget.focus()}
      onFocus={() => finder.current?.requestUpdate()}
      onmpp-book={(event) => console.log(event.serviceId)}
      aria-label="Layanan"
      inert
      suppressHydrationWarning
    >
      <a href="https://mpp.example.go.id/35.79/layanan">Cari layanan MPP</a>
    </mpp-service-finder>
  );
}

export const markup = (
  <mpp-booking-form dangerouslySetInnerHTML={{ __html: '<a href="/janji">Ambil nomor</a>' }} />
);

// @ts-expect-error: a number is no id
export const number = <mpp-booking-form service={7} />;

// @ts-expect-error: only the finder has a query
export const query = <mpp-status-tracker query="ktp" />;

// @ts-expect-error: nobody has a time before it is booked
export const time = <mpp-service-finder onmpp-book={(event: BookedEvent) => event.startsAt} />;

// @ts-expect-error: a token that nobody reads
export const token = <mpp-service-finder style={{ '--mpp-color-brnad': '#00695c' }} />;

// @ts-expect-error: a sentence that the finder does not have
export const sentence: Partial<ServiceFinderMessages> = { qestion: 'Apa?' };

// @ts-expect-error: nothing of ours stands in everybody's way
export type EverybodysStyle = CSSProperties;

// @ts-expect-error: nor a JSX that hides a forgotten import
export type EverybodysElements = JSX.IntrinsicElements;

/** Another framework's tags. */
export const preact: CustomElements<{ class?: string }>['mpp-booking-form'] = {
  class: 'wide',
  service: 'ktp-el-baru',
};

type IsAny<T> = 0 extends 1 & T ? true : false;
type Loose<T> = { [K in keyof T]-?: IsAny<NonNullable<T[K]>> extends true ? K : never }[keyof T];
type LooseProps = { [Tag in keyof WidgetProps]: Loose<WidgetProps[Tag]> }[keyof WidgetProps];

/** Nothing that a tag takes is `any`. */
export const isStrict: [LooseProps] extends [never] ? true : never = true;

/** Events are heard where they arrive. */
export function listen() {
  const serviceOf = (event: BookEvent) => event.serviceId;
  document.addEventListener('mpp-book', (event) => serviceOf(event));
  window.addEventListener('mpp-book', (event) => serviceOf(event));
  document.body.addEventListener('mpp-book', (event) => serviceOf(event));
  // @ts-expect-error: the finder's event says no time
  document.addEventListener('mpp-book', (event: BookedEvent) => event.startsAt);
}
