import { expect } from '@open-wc/testing';

import { ApplicationDriver } from '../../test/application-driver.ts';
import { FakeApi } from '../../test/fake-api.ts';
import { FakeApplications, formOf } from '../../test/fake-forms.ts';
import type { AppliedEvent } from './applied-event.ts';
import './define.ts';

const api = new FakeApi();
let fake = new FakeApplications();
const patience = 30_000;

const kk = '3579020108200001';
const nik = '3579025708900001';
const pdf = (name: string, size = 1000) =>
  new File([new Uint8Array(size)], name, { type: 'application/pdf' });

async function answerFamilyCard(driver: ApplicationDriver): Promise<void> {
  await driver.until(() => driver.heading === 'Kartu Keluarga', 'the first step');
  await driver.type('Nomor Kartu Keluarga', '3579 0201 0820 0001');
  await driver.type('NIK kepala keluarga', nik);
  await driver.choose('Hilang');
  await driver.next('Pernyataan');
  await driver.choose('Saya menyatakan');
  await driver.next('Dokumen');
}

describe('mpp-application-form', () => {
  beforeEach(async () => {
    await api.start();
    fake = new FakeApplications();
    api.on('applications.form', ({ params }) => formOf(params['serviceId']!));
    api.on('applications.submit', fake.submit);
    api.on('uploads.begin', fake.begin);
    api.on('uploads.append', fake.append);
    api.on('uploads.show', fake.show);
  });
  afterEach(() => api.stop());

  it('leads from the first question to a receipt with a code', async () => {
    const driver = await ApplicationDriver.open('kk-hilang-rusak');
    await answerFamilyCard(driver);
    await expect(driver.form).to.be.accessible();
    await driver.attach('Surat tanda penerimaan laporan kehilangan', pdf('lapor.pdf'));
    await driver.attach('KTP-el asli', pdf('ktp.pdf'));
    await driver.until(() => driver.all('.sent').length === 2, 'two files sent');
    await driver.next('Siapa yang bisa kami hubungi?');
    await driver.type('Nama pemohon', 'Sari');
    await driver.type('Nomor HP', '0812-3456-7890');
    await driver.next('Periksa isian Anda');
    await expect(driver.form).to.be.accessible();
    expect(driver.text).to.contain('Sari').and.to.contain('Hilang').and.to.contain('1 berkas');

    let applied: AppliedEvent | undefined;
    driver.form.addEventListener('mpp-applied', (event) => (applied = event));
    await driver.next('Permohonan Anda sudah masuk');
    expect(driver.text).to.contain('7K3M-9QXT-2BHR').and.to.contain('8 Desember 2026');
    expect(driver.one<HTMLAnchorElement>('a').hash).to.contain('7K3M9QXT2BHR');
    await expect(driver.form).to.be.accessible();

    const [call] = api.callsOf('applications.submit');
    expect(call!.headers.get('idempotency-key')).to.match(/^[\da-f-]{36}$/);
    expect(call!.body).to.deep.include({
      serviceId: 'kk-hilang-rusak',
      name: 'Sari',
      phone: '+6281234567890',
      answers: { kk, nikKepala: nik, alasan: 'hilang', benar: true },
    });
    const documents = call!.body['documents'] as { code: string }[];
    expect(documents.map(({ code }) => code).sort()).to.deep.equal(['ktp', 'lapor-hilang']);
    expect(applied?.serviceId).to.equal('kk-hilang-rusak');
    expect(JSON.stringify(applied)).not.to.contain('Sari');
    for (const { url } of api.calls) expect(url).not.to.match(/3579020108|Sari|lapor\.pdf/);
  }).timeout(patience);

  it('says what is wrong, leads to it, and is content as soon as it is mended', async () => {
    const driver = await ApplicationDriver.open('kk-hilang-rusak');
    await driver.until(() => driver.heading === 'Kartu Keluarga', 'the first step');
    await driver.type('Nomor Kartu Keluarga', '12');
    await driver.next();
    await driver.until(() => driver.focused?.id === 'error-summary', 'the summary');
    expect(driver.words('#error-summary')).to.equal(
      'Ada yang perlu diperbaiki Nomor KK terdiri atas 16 angka. Periksa lagi angkanya. Isi dulu: NIK kepala keluarga Isi dulu: Mengapa perlu KK baru',
    );
    await expect(driver.form).to.be.accessible();
    driver.one('#error-summary a').click();
    expect(driver.focused?.id).to.equal('f-kk');
    expect(driver.focused?.getAttribute('aria-invalid')).to.equal('true');
    await driver.type('Nomor Kartu Keluarga', kk);
    expect(driver.one('#f-kk').getAttribute('aria-invalid')).to.equal(null);
    expect(driver.all('#error-summary li')).to.have.length(2);
  });

  it('asks more where an answer asks for it, and sends nothing of what is hidden again', async () => {
    const driver = await ApplicationDriver.open('kia-baru');
    await driver.until(() => driver.heading === 'Anak', 'the first step');
    await driver.type('NIK anak', nik);
    await driver.type('Nomor Kartu Keluarga', kk);
    await driver.choose('5 tahun ke atas');
    await driver.next('Pengambilan');
    expect(driver.text).not.to.contain('Kantor desa');
    await driver.choose('Di kantor desa');
    expect(driver.text).to.contain('Kantor desa atau kelurahan');
    await driver.choose('Di loket MPP');
    expect(driver.text).not.to.contain('Kantor desa atau kelurahan');
    await driver.next('Pernyataan');
    await driver.choose('Saya menyatakan');
    await driver.next('Dokumen');
    expect(driver.text).to.contain('Pasfoto anak');
  });

  it('adds and removes groups, and the focus goes along', async () => {
    const driver = await ApplicationDriver.open('pindah-keluar');
    await driver.until(() => driver.heading === 'Keluarga Anda', 'the first step');
    const form = formOf('pindah-keluar')!;
    // Straight to the step with the group: the others have been tested.
    api.on('applications.form', () => ({
      ...form,
      ui: { steps: form.ui.steps.filter(({ title }) => title.en === 'Who moves') },
    }));
    driver.form.service = '';
    await driver.form.updateComplete;
    driver.form.service = 'pindah-keluar';
    await driver.until(() => driver.heading === 'Yang pindah', 'the group');
    await driver.choose('Tidak');
    expect(driver.all('.item')).to.have.length(1);
    driver.button('Tambah anggota keluarga').click();
    await driver.form.updateComplete;
    expect(driver.words(driver.focused!)).to.equal('Anggota keluarga 2');
    await driver.type('NIK', 'bukan');
    const second = driver.one<HTMLInputElement>('#f-anggota-1-nik');
    second.value = nik;
    second.dispatchEvent(new InputEvent('input'));
    await expect(driver.form).to.be.accessible();
    driver.button('Hapus anggota keluarga 1').click();
    await driver.form.updateComplete;
    expect(driver.all('.item')).to.have.length(1);
    expect(driver.one<HTMLInputElement>('#f-anggota-0-nik').value).to.equal(nik);
    expect(driver.words(driver.focused!)).to.equal('Anggota keluarga 1');
  });

  it('goes on with a file where a lost line stopped it, and leaves one out', async () => {
    const driver = await ApplicationDriver.open('kk-hilang-rusak');
    await answerFamilyCard(driver);
    await driver.attach('KTP-el asli', pdf('besar.pdf', 6 * 1024 * 1024));
    await driver.until('Berkas ini lebih dari 5 MB.');
    driver.button(/^Hapus besar\.pdf$/).click();
    await driver.form.updateComplete;
    expect(driver.focused?.id).to.equal('file-ktp');

    api.trouble('offline', 'uploads.append');
    await driver.attach('KTP-el asli', pdf('ktp.pdf', 100 * 1024));
    await driver.until('Sambungan terputus.');
    await driver.next();
    await driver.until('Tunggu sampai terkirim: KTP-el asli');
    await expect(driver.form).to.be.accessible();
    api.lift();
    await driver.until(() => driver.all('.sent').length === 1, 'the file is sent');
    expect(api.callsOf('uploads.begin')).to.have.length(1);
    expect([...fake.uploads.values()][0]).to.deep.equal({ size: 102_400, received: 102_400 });

    api.trouble('file_locked', 'uploads.append');
    await driver.attach('Surat tanda', pdf('kunci.pdf'));
    await driver.until('PDF ini dikunci dengan sandi.');
  }).timeout(patience);

  it('sends once more with the same key when the answer was lost, and nothing is lost', async () => {
    const driver = await ApplicationDriver.open('izin-penelitian');
    const form = formOf('izin-penelitian')!;
    api.on('applications.form', () => ({
      ...form,
      ui: { steps: [form.ui.steps.at(-1)!] },
      schema: { ...form.schema, required: ['benar'] },
      documents: [],
    }));
    driver.form.service = '';
    await driver.form.updateComplete;
    driver.form.service = 'izin-penelitian';
    await driver.until(() => driver.heading === 'Pernyataan', 'the only step');
    await driver.choose('Saya menyatakan');
    await driver.next('Siapa yang bisa kami hubungi?');
    await driver.type('Nama pemohon', 'Sari');
    await driver.type('Nomor HP', '081234567890');
    await driver.next('Periksa isian Anda');
    api.trouble('lost-answer', 'applications.submit');
    await driver.next();
    await driver.until('Tidak ada sambungan. Isian Anda masih ada.');
    expect(driver.text).to.contain('Sari');
    await expect(driver.form).to.be.accessible();
    api.lift();
    await driver.next('Permohonan Anda sudah masuk');
    const keys = api
      .callsOf('applications.submit')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).to.equal(1);
  }).timeout(patience);

  it('says so where a service has no form', async () => {
    api.trouble('not_found', 'applications.form');
    const driver = await ApplicationDriver.open('nichts');
    await driver.until('Layanan ini belum bisa diajukan daring.');
    expect(driver.one<HTMLAnchorElement>('a').pathname).to.equal('/35.79/layanan/nichts');
    await expect(driver.form).to.be.accessible();
  });

  for (const trouble of ['offline', 'internal', 'busy', 'wrong-shape'] as const) {
    it(`tries again when there is no form: ${trouble}`, async () => {
      api.trouble(trouble);
      const driver = await ApplicationDriver.open('kk-hilang-rusak');
      await driver.until(() => driver.has('Coba lagi'), 'Coba lagi');
      await expect(driver.form).to.be.accessible();
      api.lift();
      driver.button('Coba lagi').click();
      await driver.until(() => driver.heading === 'Kartu Keluarga', 'the form');
    }).timeout(patience);
  }

  it('says that the line is slow, and goes on', async () => {
    api.trouble('slow');
    const driver = await ApplicationDriver.open('kk-hilang-rusak');
    await driver.until('Sambungan sedang lambat.');
    api.lift();
    await driver.until(() => driver.heading === 'Kartu Keluarga', 'the form');
  }).timeout(patience);

  it('speaks English where the page does', async () => {
    const driver = await ApplicationDriver.open('kk-hilang-rusak', { lang: 'en' });
    await driver.until(() => driver.heading === 'The family card', 'the first step');
    await driver.next();
    await driver.until('Please answer: Family card number');
  });
});
