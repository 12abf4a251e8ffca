import type { Contact, Kept } from '../index.ts';
import type { QuestionnaireResponse } from '../fhir/types.ts';
import type { Server } from './settings.ts';
import type { Shelf } from './shelf.ts';

/** What reached the simulated server, newest last. */
export interface Received {
  readonly kind: 'draft' | 'response';
  readonly response: QuestionnaireResponse;
}

const SLOW = 3000;

/** A server and a record in memory: it takes what is sent, or does not, as the switch says. */
export class Clinic {
  server: Server;
  readonly received: Received[] = [];

  private readonly shelf: Shelf;
  private readonly onReceived: () => void;

  constructor(shelf: Shelf, server: Server, onReceived: () => void) {
    this.shelf = shelf;
    this.server = server;
    this.onReceived = onReceived;
  }

  async save(response: QuestionnaireResponse): Promise<Kept> {
    if (this.server === 'offline') {
      return { where: 'device', at: new Date() };
    }
    await this.take('draft', response);
    return { where: 'server', at: new Date() };
  }

  async handIn(response: QuestionnaireResponse): Promise<void> {
    if (this.server === 'offline') {
      throw new Error('no connection (simulated)');
    }
    await this.take('response', response);
  }

  /** Answers a search for responses to one questionnaire from the examples, and any other with nothing. */
  async query(search: string): Promise<object> {
    const [type, parameters = ''] = search.split('?');
    const asked = new URLSearchParams(parameters).get('questionnaire')?.split('|')[0];
    const found = type === 'QuestionnaireResponse'
      ? this.shelf.examples.filter(({ response }) => response.status !== 'in-progress'
        && response.questionnaire?.split('|')[0] === asked)
      : [];
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      entry: found.map(({ response }) => ({ resource: response, search: { mode: 'match' } })),
    };
  }

  private async take(kind: Received['kind'], response: QuestionnaireResponse): Promise<void> {
    if (this.server === 'fails') {
      throw new Error('500 (simulated)');
    }
    if (this.server === 'slow') {
      await new Promise((waited) => setTimeout(waited, SLOW));
    }
    this.received.push({ kind, response });
    this.onReceived();
  }
}

/** Made-up numbers: 555 is nobody's, and `.example` is nowhere. */
export function contactsIn(language: string): Contact[] {
  const [line, text, site] = {
    es: [['Línea de crisis Tilo', 'a cualquier hora'], ['Mensaje a Tilo', 'de 8 a 22 h'], ['Chat de Tilo', 'tilo.example']],
    ar: [['خط الأزمات زيزفون', 'في أي وقت'], ['رسالة إلى زيزفون', 'من 8 إلى 22'], ['محادثة زيزفون', 'tilo.example']],
  }[language] ?? [['Lime Tree crisis line', 'at any time'], ['Text Lime Tree', '8 am to 10 pm'], ['Lime Tree chat', 'tilo.example']];
  return [
    { name: line![0]!, href: 'tel:+15555550100', detail: `555 0100, ${line![1]}` },
    { name: text![0]!, href: 'sms:+15555550101', detail: `555 0101, ${text![1]}` },
    { name: site![0]!, href: 'https://tilo.example/chat', detail: site![1]! },
  ];
}
