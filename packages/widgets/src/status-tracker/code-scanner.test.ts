import { expect } from '@open-wc/testing';

import { FakeApi } from '../../test/fake-api.ts';
import { someBooking, TrackerDriver } from '../../test/tracker-driver.ts';

const api = new FakeApi();
const real = Object.getOwnPropertyDescriptor(globalThis, 'BarcodeDetector');
const { play } = HTMLMediaElement.prototype;
const devices = Object.getOwnPropertyDescriptor(navigator, 'mediaDevices');

/** What the camera will see, one after another. */
let seen: string[] = [];

function setCamera(camera: () => Promise<MediaStream>) {
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia: camera },
  });
}

/** Pictures of a canvas in place of a camera's. */
const picture = () => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
  return canvas.captureStream();
};

describe('reading a QR code by the camera', () => {
  let stream: MediaStream;

  beforeEach(async () => {
    await api.start();
    seen = [];
    stream = picture();
    setCamera(() => Promise.resolve(stream));
    // Not every browser here has what it takes to decode a picture that moves.
    HTMLMediaElement.prototype.play = () => Promise.resolve();
    globalThis.BarcodeDetector = class {
      detect() {
        return Promise.resolve(seen.splice(0, 1).map((rawValue) => ({ rawValue })));
      }
    };
  });

  afterEach(() => {
    api.stop();
    HTMLMediaElement.prototype.play = play;
    if (real) Object.defineProperty(globalThis, 'BarcodeDetector', real);
    else globalThis.BarcodeDetector = undefined;
    if (devices) Object.defineProperty(navigator, 'mediaDevices', devices);
    else Reflect.deleteProperty(navigator, 'mediaDevices');
  });

  /** The button comes a moment after the first view. */
  async function openWithCamera() {
    const driver = await TrackerDriver.open();
    await driver.until('Pindai QR dengan kamera');
    return driver;
  }

  const isOff = () => stream.getTracks().every(({ readyState }) => readyState === 'ended');

  it('shows the ticket, and turns the camera off', async () => {
    const ticket = someBooking(api);
    const driver = await openWithCamera();
    seen = ['https://example.org/menu', ticket.link];
    await driver.press('Pindai QR dengan kamera');
    await driver.until('Simpan ke kalender');
    await driver.until(isOff);
    expect(driver.text).to.contain(ticket.number);
  });

  it('says when the code is of something else, and can be closed', async () => {
    const driver = await openWithCamera();
    seen = ['https://example.org/menu'];
    await driver.press('Pindai QR dengan kamera');
    await driver.until('Kode QR itu bukan tiket antrean');
    await expect(driver.tracker).to.be.accessible();
    await driver.press('Tutup kamera');
    await driver.until(isOff);
    expect(driver.all('video')).to.be.empty;
  });

  it('is kind when the camera is refused', async () => {
    setCamera(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    const driver = await openWithCamera();
    await driver.press('Pindai QR dengan kamera');
    await driver.until('Kamera tidak diizinkan. Tidak apa-apa, tulis saja kodenya.');
    expect(driver.has('Pindai QR dengan kamera')).to.be.true;
  });

  it('is kind when there is no camera', async () => {
    setCamera(() => Promise.reject(new DOMException('none', 'NotFoundError')));
    const driver = await openWithCamera();
    await driver.press('Pindai QR dengan kamera');
    await driver.until('Kamera belum bisa dipakai');
  });

  it('is not offered where the browser cannot', async () => {
    globalThis.BarcodeDetector = undefined;
    const driver = await TrackerDriver.open();
    expect(driver.has('Pindai QR dengan kamera')).to.be.false;
  });
});
