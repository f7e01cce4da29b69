import type { AgencyQueue, CounterCall } from '@mpp-digital/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { spokenCall } from './spoken-call.ts';

/** Milliseconds after which a call is no news: a board that was cut off does not read out the past. */
const fresh = 120_000;

/** Milliseconds after which a voice has fallen silent without saying so. */
const longestSentence = 20_000;

/** Says each new call aloud, one after another, none twice. Browsers want a press before. */
export class CallSpeaker implements ReactiveController {
  /** Whether calls are said. */
  isOn = false;

  readonly #host: ReactiveControllerHost;
  #known: Set<string> | undefined;
  #waiting: CounterCall[] = [];
  #speaking: SpeechSynthesisUtterance | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#switch(false);
  }

  /** Whether this browser can speak at all. */
  get isAble(): boolean {
    return 'speechSynthesis' in globalThis;
  }

  /** Switches the sound on or off. To be called by a press. */
  toggle(): void {
    this.#switch(!this.isOn);
  }

  /** Forgets what it has heard of: the next calls are not news. */
  forget(): void {
    this.#known = undefined;
    this.#waiting = [];
  }

  /** Hears who is at the counters now. What was called before the first time is not said. */
  hear(agencies: readonly AgencyQueue[], now: string): void {
    const calls = agencies.flatMap((agency) => agency.calls);
    const known = this.#known;
    // A call again, and a call elsewhere, are later calls of the same booking.
    const name = ({ bookingId, at }: CounterCall) => `${bookingId} ${at}`;
    this.#known = new Set(calls.map(name));
    if (!known || !this.isOn) return;
    const news = calls.filter(
      (call) =>
        call.state === 'called' &&
        !known.has(name(call)) &&
        Date.parse(now) - Date.parse(call.at) < fresh,
    );
    this.#waiting.push(...news.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)));
    this.#sayNext();
  }

  #switch(isOn: boolean) {
    this.isOn = isOn;
    this.#waiting = [];
    this.#speaking = undefined;
    this.#host.requestUpdate();
    if (!this.isAble) return;
    // Chromium keeps what another page of this browser left unsaid, and is silent until it is gone.
    speechSynthesis.cancel();
    // To be heard at once: that it works, and how loud.
    if (isOn) this.#say('suara menyala');
  }

  #sayNext() {
    const call = this.#speaking ? undefined : this.#waiting.shift();
    if (call) this.#say(spokenCall(call));
  }

  #say(sentence: string) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = 'id-ID';
    utterance.voice = speechSynthesis.getVoices().find(({ lang }) => /^id\b/.test(lang)) ?? null;
    utterance.rate = 0.9;
    const done = () => {
      clearTimeout(silent);
      if (this.#speaking !== utterance) return;
      this.#speaking = undefined;
      this.#sayNext();
    };
    const silent = setTimeout(done, longestSentence);
    utterance.onend = done;
    utterance.onerror = ({ error }) => {
      if (error === 'not-allowed') this.#switch(false);
      done();
    };
    // Kept: Chromium forgets an utterance that nobody holds, and never says that it has ended.
    this.#speaking = utterance;
    speechSynthesis.speak(utterance);
  }
}
