import type { QuestionnaireResponse } from '../fhir/types.ts';

/** Answers on the device that the server has not acknowledged. */
export interface OnDevice {
  readonly response: QuestionnaireResponse;
  /** The server's version that they go on from; null if it had none. */
  readonly version: string | null;
  /** Sent before these, and perhaps stored: nobody answered. */
  readonly unanswered?: QuestionnaireResponse;
  readonly at: Date;
}

const NAME = 'cbt-homework';
const STORE = 'answers';
/** After this what was left on a device is not offered any more, and is removed. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

interface Sealed {
  readonly at: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/**
 * Keeps one worksheet's answers on the device until the server has them: sealed with AES-GCM, by a key that the app tells the
 * patient's own session and that is never stored here. Where a browser offers no storage, nothing is kept and nothing breaks.
 */
export class Device {
  private readonly place: string;
  private readonly key: Promise<CryptoKey>;
  private readonly now: () => Date;

  /** @param place names the worksheet; it tells nothing by itself */
  constructor(place: string, key: string, now: () => Date) {
    this.place = place;
    this.now = now;
    const bytes = Uint8Array.from(atob(key), (char) => char.charCodeAt(0));
    this.key = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  /** @returns when it was kept; undefined if this device keeps nothing */
  async keep(response: QuestionnaireResponse, version: string | null, unanswered?: QuestionnaireResponse): Promise<Date | undefined> {
    try {
      const at = this.now();
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify({ response, version, unanswered }));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: this.about() }, await this.key, text);
      await this.inStore('readwrite', (store) => store.put({ at: at.getTime(), nonce, sealed } satisfies Sealed, this.place));
      return at;
    } catch {
      return undefined;
    }
  }

  /** What was left here by an earlier visit of the same patient; nothing after a week. */
  async find(): Promise<OnDevice | undefined> {
    try {
      const left = await this.inStore<Sealed | undefined>('readonly', (store) => store.get(this.place));
      if (!left || this.now().getTime() - left.at > KEPT_MS) {
        await this.forget();
        return undefined;
      }
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: left.nonce, additionalData: this.about() }, await this.key, left.sealed);
      return { ...JSON.parse(new TextDecoder().decode(text)) as Omit<OnDevice, 'at'>, at: new Date(left.at) };
    } catch {
      return undefined;
    }
  }

  /** The server has it now. */
  async forget(): Promise<void> {
    await this.inStore('readwrite', (store) => store.delete(this.place)).catch(() => undefined);
  }

  private about(): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(this.place) as Uint8Array<ArrayBuffer>;
  }

  private async inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await done(opening());
    try {
      return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  }
}

function opening(): IDBOpenDBRequest {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => { request.result.createObjectStore(STORE); };
  return request;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no storage'));
  });
}
