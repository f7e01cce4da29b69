import { html } from 'hono/html';

import type { Language } from '../handler.ts';
import type { Content, Frame, Markup } from './page.ts';

/** The parts of the page, in their order: the widget of each, and the server's page that does the same. */
const parts = {
  layanan: 'service-finder',
  janji: 'booking-form',
  keliling: 'mobile-schedule',
  antrean: 'queue-board',
  lacak: 'status-tracker',
  survei: 'survey',
  kinerja: 'performance',
} as const;

type Part = keyof typeof parts;

/** Nine questions are for those who came for them. */
const isLong = (part: string) => part === 'survei';

/** What a regency's site leads to from its head. */
const mainParts: readonly Part[] = ['layanan', 'janji', 'keliling', 'antrean', 'lacak'];

interface DemonstrationWords {
  title: string;
  hero: (name: string) => string;
  lead: string;
  /** What each part of the page is headed by, and the link that becomes its widget. */
  parts: Record<Part, readonly [heading: string, link: string]>;
  /** Filing online: a heading, a word on it, and the link to a form as an example. */
  filing: readonly [heading: string, purpose: string, link: string];
  houseHeading: string;
  /** The screens of the mall itself. */
  house: readonly (readonly [path: string, name: string, purpose: string])[];
  newsHeading: string;
  articles: readonly (readonly [title: string, text: string])[];
  pasteHeading: string;
  paste: string;
}

const words: Record<Language, DemonstrationWords> = {
  id: {
    title: 'Beranda',
    hero: (name) => `Selamat datang di ${name}`,
    lead: 'Cari layanan, lihat apa yang perlu dibawa, lalu ambil nomor antrean dari rumah.',
    parts: {
      layanan: ['Layanan Mal Pelayanan Publik', 'Cari layanan MPP'],
      janji: ['Ambil nomor antrean', 'Ambil nomor antrean'],
      keliling: ['Layanan keliling', 'Lihat apa yang datang ke desa Anda'],
      antrean: ['Antrean di mal', 'Lihat antrean, dan giliran Anda'],
      lacak: ['Lacak', 'Lacak antrean Anda'],
      survei: ['Beri nilai', 'Beri nilai layanan yang Anda terima'],
      kinerja: ['Keterbukaan', 'Lihat kinerja layanan'],
    },
    houseHeading: 'Di dalam mal',
    filing: [
      'Ajukan dari rumah',
      'Empat belas formulir sudah siap. Setiap layanan yang bisa diajukan daring menuju ke formulirnya.',
      'Contoh: Kartu Keluarga hilang atau rusak',
    ],
    house: [
      [
        '/staff',
        'Loket petugas',
        'Memanggil, melayani, dan menerima warga. Masuk sebagai rina, bagus, atau wulan.',
      ],
      ['/board', 'Layar antrean', 'Untuk dinding ruang tunggu, dengan panggilan suara.'],
      [
        '/kiosk',
        'Anjungan',
        'Ambil nomor, lapor datang, dan cetak tiket. Siapkan dulu: masuk sebagai wulan, buka Anjungan, lalu ketik kodenya.',
      ],
    ],
    newsHeading: 'Kabar kota',
    articles: [
      [
        'Loket buka sejak pukul 08.00',
        'Datang sepuluh menit sebelum jam pada tiket. Warga lanjut usia, penyandang disabilitas, ibu hamil, dan orang tua dengan bayi dilayani lebih dulu.',
      ],
      [
        'Layanan keliling mendatangi desa',
        'Mobil layanan berhenti di balai desa dan alun-alun setiap minggu. Jadwalnya ada pada setiap layanan.',
      ],
      [
        'Punya saran untuk kami?',
        'Sampaikan lewat SP4N-LAPOR! atau langsung di loket pengaduan. Setiap laporan dijawab.',
      ],
    ],
    pasteHeading: 'Untuk pengelola situs',
    paste: 'Setiap bagian di halaman ini muncul dari satu baris skrip dan satu tautan:',
  },
  en: {
    title: 'Home',
    hero: (name) => `Welcome to ${name}`,
    lead: 'Find a service, see what to bring, and take a queue number from home.',
    parts: {
      layanan: ['Services of the public service mall', 'Find a service'],
      janji: ['Take a queue number', 'Take a queue number'],
      keliling: ['Mobile services', 'See what comes to your village'],
      antrean: ['The queue at the mall', 'See the queue, and your turn'],
      lacak: ['Track', 'Track your booking'],
      survei: ['Rate a service', 'Rate the service you had'],
      kinerja: ['Openness', 'See how services do'],
    },
    houseHeading: 'Inside the mall',
    filing: [
      'Apply from home',
      'Fourteen forms are ready. Each service that can be applied for online leads to its form.',
      'For example: family card lost or damaged',
    ],
    house: [
      [
        '/staff',
        'Officers’ desk',
        'Call, serve and receive people. Sign in as rina, bagus or wulan.',
      ],
      ['/board', 'Queue screen', 'For the wall of the waiting room, with spoken calls.'],
      [
        '/kiosk',
        'Kiosk',
        'Take a number, check in, print a ticket. Set it up first: sign in as wulan, open Kiosks, and type the code.',
      ],
    ],
    newsHeading: 'News',
    articles: [
      [
        'Counters open at 08:00',
        'Come ten minutes before the time on your ticket. Old and disabled people, pregnant women and parents with infants are served first.',
      ],
      [
        'Mobile services come to the villages',
        'Vans stop at village halls and at the square every week. Each service says when.',
      ],
      [
        'Do you have a suggestion?',
        'Use SP4N-LAPOR! or the complaints counter. Every report is answered.',
      ],
    ],
    pasteHeading: 'For those who run a website',
    paste: 'Each part of this page comes from one line of script and one link:',
  },
};

/**
 * A regency's website with the widgets in it, pasted as an editor pastes them. Marked for good as an
 * example, because it looks like an official site.
 */
export function demonstrationPage(frame: Frame, publicUrl: string, translation: string): Content {
  const text = words[frame.language];
  const { page, name, regency } = frame;
  const lines = [
    `<script src="${publicUrl}/mpp.js" defer data-regency="${regency}"></script>`,
    `<a class="mpp-embed" data-mpp-widget="service-finder" href="${publicUrl}/${regency}/layanan">${text.parts.layanan[1]}</a>`,
  ];
  return {
    title: text.title,
    translation,
    upgrade: true,
    example: true,
    navigation: html`${mainParts.map(
      (part) => html`<a href="#${part}">${text.parts[part][0]}</a>`,
    )}`,
    body: html`<section class="wide hero">
        <h1>${text.hero(name)}</h1>
        <p class="measure">${text.lead}</p>
      </section>
      ${Object.entries(parts).map(([part, widget]) => {
        const [heading, link] = text.parts[part as Part];
        return html`<section class="wide" id="${part}">
          <h2>${heading}</h2>
          ${
            isLong(part)
              ? html`<details>
                  <summary>${link}</summary>
                  ${embed(widget, page(part), link)}
                </details>`
              : embed(widget, page(part), link)
          }
        </section>`;
      })}
      <section class="wide">
        <h2>${text.filing[0]}</h2>
        <p>${text.filing[1]}</p>
        <p>
          <a class="button" href="${page('permohonan', { layanan: 'kk-hilang-rusak' })}"
            >${text.filing[2]}</a
          >
        </p>
      </section>
      <section class="wide">
        <h2>${text.houseHeading}</h2>
        <div class="cards">
          ${text.house.map(
            ([path, name, purpose]) =>
              html`<article>
                <h3><a href="${path}">${name}</a></h3>
                <p>${purpose}</p>
              </article>`,
          )}
        </div>
      </section>
      <section class="wide" id="kabar">
        <h2>${text.newsHeading}</h2>
        <div class="cards">
          ${text.articles.map(
            ([title, body]) =>
              html`<article>
                <h3>${title}</h3>
                <p>${body}</p>
              </article>`,
          )}
        </div>
      </section>
      <section class="wide">
        <h2>${text.pasteHeading}</h2>
        <p>${text.paste}</p>
        <pre><code>${lines.join('\n')}</code></pre>
      </section>`,
  };
}

function embed(widget: string, href: string, label: string): Markup {
  return html`<p>
    <a class="mpp-embed" data-mpp-widget="${widget}" href="${href}">${label}</a>
  </p>`;
}
