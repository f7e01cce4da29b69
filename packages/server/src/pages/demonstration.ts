import { html } from 'hono/html';

import type { Language } from '../handler.ts';
import type { Content, Frame, Markup } from './page.ts';

interface DemonstrationWords {
  title: string;
  home: string;
  news: string;
  findLink: string;
  bookLink: string;
  trackLink: string;
  hero: (name: string) => string;
  lead: string;
  findHeading: string;
  bookHeading: string;
  trackHeading: string;
  newsHeading: string;
  articles: readonly (readonly [title: string, text: string])[];
  pasteHeading: string;
  paste: string;
}

const words: Record<Language, DemonstrationWords> = {
  id: {
    title: 'Beranda',
    home: 'Beranda',
    news: 'Kabar',
    findLink: 'Cari layanan MPP',
    bookLink: 'Ambil nomor antrean',
    trackLink: 'Lacak antrean Anda',
    hero: (name) => `Selamat datang di ${name}`,
    lead: 'Cari layanan, lihat apa yang perlu dibawa, lalu ambil nomor antrean dari rumah.',
    findHeading: 'Layanan Mal Pelayanan Publik',
    bookHeading: 'Ambil nomor antrean',
    trackHeading: 'Lacak antrean',
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
    paste: 'Ketiga bagian di halaman ini muncul dari satu baris skrip dan satu tautan:',
  },
  en: {
    title: 'Home',
    home: 'Home',
    news: 'News',
    findLink: 'Find a service',
    bookLink: 'Take a queue number',
    trackLink: 'Track your booking',
    hero: (name) => `Welcome to ${name}`,
    lead: 'Find a service, see what to bring, and take a queue number from home.',
    findHeading: 'Services of the public service mall',
    bookHeading: 'Take a queue number',
    trackHeading: 'Track a booking',
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
    paste: 'The three parts of this page come from one line of script and one link each:',
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
    `<a class="mpp-embed" data-mpp-widget="service-finder" href="${publicUrl}/${regency}/layanan">${text.findLink}</a>`,
  ];
  return {
    title: text.title,
    translation,
    upgrade: true,
    example: true,
    navigation: html`<a href="#layanan">${frame.words.services}</a>
      <a href="#antrean">${text.bookHeading}</a>
      <a href="#lacak">${text.trackHeading}</a>
      <a href="#kabar">${text.news}</a>`,
    body: html`<section class="wide hero">
        <h1>${text.hero(name)}</h1>
        <p class="measure">${text.lead}</p>
      </section>
      <section class="wide" id="layanan">
        <h2>${text.findHeading}</h2>
        ${embed('service-finder', page('layanan'), text.findLink)}
      </section>
      <section class="wide" id="antrean">
        <h2>${text.bookHeading}</h2>
        ${embed('booking-form', page('janji'), text.bookLink)}
      </section>
      <section class="wide" id="lacak">
        <h2>${text.trackHeading}</h2>
        ${embed('status-tracker', page('lacak'), text.trackLink)}
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
