import { h, render } from 'preact';
import type { Questionnaire, QuestionnaireResponse } from './fhir/types.ts';
import { WorksheetPage } from './view/WorksheetPage.tsx';
import type { Words } from './words/words.ts';

/** Somebody to call in a crisis, as configured by the clinic. */
export interface Contact {
  readonly name: string;
  /** `tel:`, `sms:` or `https:`. */
  readonly href: string;
  /** What is shown: the number, the hours. */
  readonly detail?: string;
}

/** Where a draft was kept. */
export interface Kept {
  readonly where: 'server' | 'device';
  readonly at: Date;
}

/** What the renderer needs of the page it stands in. */
export interface WorksheetOptions {
  readonly questionnaire: Questionnaire;
  /** What was answered before. */
  readonly draft?: QuestionnaireResponse;
  /** The languages the person reads, best first. */
  readonly languages: readonly string[];
  /** Words of the renderer in more languages than English and Spanish. */
  readonly words?: readonly Words[];
  readonly contacts: readonly Contact[];
  /** The time, for "now" and for what is saved. */
  now(): Date;
  /** Whether the person agreed that the app measures how long a practice ran. */
  readonly mayMeasure?: boolean;
  /** What the launch brought, by the name of its variable: `patient`. */
  readonly launch?: Readonly<Record<string, { readonly id: string }>>;
  /** Asks the record: a relative FHIR search; gives a Bundle. */
  query?(search: string): Promise<object>;
  /** Keeps a draft. Called after a pause in typing, and at once for an answer about safety. */
  save?(draft: QuestionnaireResponse): Promise<Kept>;
  /** Takes the response; resolves only once it is acknowledged. */
  handIn(response: QuestionnaireResponse): Promise<void>;
  /** Goes elsewhere, after the draft was kept. */
  leave?(): void;
}

/** A worksheet on the page. */
export interface Mounted {
  /** The response as it stands. */
  response(): QuestionnaireResponse;
  /** Settles once all that the worksheet needs was loaded. */
  readonly ready: Promise<void>;
  unmount(): void;
}

/** Renders a worksheet into an element of the page. */
export function mountWorksheet(element: HTMLElement, options: WorksheetOptions): Mounted {
  let mounted: Omit<Mounted, 'unmount'>;
  render(h(WorksheetPage, { options, onMount: (page) => { mounted = page; } }), element);
  return { ...mounted!, unmount: () => render(null, element) };
}
