import type { Questionnaire, QuestionnaireResponse } from '../fhir/types.ts';
import type { Contact } from '../index.ts';

/** A worksheet for one occasion, as the app tells it. */
export interface Opened {
  readonly questionnaire: Questionnaire;
  readonly response: QuestionnaireResponse | null;
  /** Of the response; null without one. */
  readonly version: string | null;
  readonly isHandedIn: boolean;
  readonly patient: string;
  readonly contacts: readonly Contact[];
  /** 32 bytes in Base64. */
  readonly deviceKey: string;
}

/** Why the app did not do what was asked: nobody answers, the session is over, another device was faster, or it would not. */
export type Why = 'away' | 'over' | 'changed' | 'refused';

/** What was asked was not done. */
export class NotDone extends Error {
  readonly why: Why;

  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

const PATIENCE_MS = 20_000;

/** The app's own end points for one worksheet; nothing goes anywhere else. */
export class Server {
  private readonly address: string;
  private readonly token: string;

  constructor(address: string, token: string) {
    this.address = address;
    this.token = token;
  }

  async open(): Promise<Opened> {
    return await (await this.ask('GET', this.address)).json() as Opened;
  }

  /** Keeps answers that go on from a version; gives the next one. The same answers may be sent again. */
  async keep(response: QuestionnaireResponse, version: string | null): Promise<string> {
    const kept = await this.ask('PUT', this.address, JSON.stringify(response), version);
    return (await kept.json() as { version: string }).version;
  }

  /** Asks the record; gives a Bundle. */
  async search(search: string): Promise<object> {
    return await (await this.ask('POST', `${this.address}/record`, JSON.stringify({ search }))).json() as object;
  }

  private async ask(method: string, address: string, body?: string, version?: string | null): Promise<Response> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(address, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        // With the page's own policy, no-referrer, browsers would not say where a request comes from.
        referrerPolicy: 'same-origin',
        signal: patience.signal,
        headers: {
          Accept: 'application/json',
          'X-CSRF-TOKEN': this.token,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(version && { 'If-Match': version }),
        },
        ...(body !== undefined && { body }),
      });
      if (!answer.ok) {
        throw new NotDone(why(answer.status));
      }
      return answer;
    } catch (problem) {
      throw problem instanceof NotDone ? problem : new NotDone('away');
    } finally {
      clearTimeout(timer);
    }
  }
}

function why(status: number): Why {
  switch (status) {
    case 401: case 403: case 410: return 'over';
    case 409: case 412: return 'changed';
    default: return status >= 500 || status === 408 || status === 429 ? 'away' : 'refused';
  }
}
