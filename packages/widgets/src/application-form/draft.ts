/** How long a draft is kept, in milliseconds: a week. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

interface Stored {
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
  keptAt: number;
}

/** What is kept is kept here and nowhere else: encrypted, with a key that no script can read out. */
const name = 'mpp-digital-drafts';

/**
 * Answers that one has asked to keep on the device. They are encrypted with a key of their own that
 * this browser does not hand out: what lies on the disk is of no use elsewhere. Who uses the same
 * browser can still open the page and see them, so one has to ask for it.
 */
export class Draft {
  readonly #id: string;

  /** @param id - Server, regency and service: each form has a draft of its own. */
  constructor(id: string) {
    this.#id = id;
  }

  /** Whether this browser can keep a draft: not on pages without encryption. */
  static get isPossible(): boolean {
    return typeof indexedDB !== 'undefined' && globalThis.isSecureContext;
  }

  /** What was kept, unless it is too old. Never fails: a draft that cannot be read is none. */
  async read(): Promise<unknown> {
    try {
      const stored = await ask(
        'readonly',
        (store) => store.get(this.#id) as IDBRequest<Stored | undefined>,
      );
      if (!stored) return undefined;
      const { key, iv, sealed, keptAt } = stored;
      if (Date.now() - keptAt > keptFor) throw new RangeError();
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      await this.forget();
      return undefined;
    }
  }

  /** Keeps the newest answers. A full or forbidden store is no reason to stop anyone. */
  async keep(answers: unknown): Promise<void> {
    try {
      const algorithm = { name: 'AES-GCM', length: 256 };
      const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(answers));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
      const stored: Stored = { key, iv, sealed, keptAt: Date.now() };
      await ask('readwrite', (store) => store.put(stored, this.#id));
    } catch {
      // Then there is no draft.
    }
  }

  async forget(): Promise<void> {
    await ask('readwrite', (store) => store.delete(this.#id)).catch(() => undefined);
  }
}

/** One request to the store. The database is closed again at once, so that nothing waits for it. */
async function ask<T>(
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
  const database = await answered(opening);
  try {
    return await answered(request(database.transaction('drafts', mode).objectStore('drafts')));
  } finally {
    database.close();
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The store did not answer.'));
  });
}
