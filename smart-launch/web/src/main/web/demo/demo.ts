import { h, render } from 'preact';
import type { QuestionnaireResponse } from '../fhir/types.ts';
import { mountWorksheet, type Mounted } from '../index.ts';
import { ar } from './ar.ts';
import { Clinic, contactsIn, type Received } from './clinic.ts';
import { Frame } from './Frame.tsx';
import { addressOf, settingsIn, type Settings } from './settings.ts';
import { exampleFor, loadShelf } from './shelf.ts';

/** For tests: what is on the page, and what reached the simulated server. */
export interface Demo {
  mounted: Mounted;
  received: readonly Received[];
  clinic: Clinic;
  /** Opens the worksheet again with what was answered before. */
  resume(draft: QuestionnaireResponse): void;
}

declare global {
  interface Window {
    demo?: Demo;
  }
}

const page = document.getElementById('page')!;
const shelf = await loadShelf();
let settings = settingsIn(location.search);
let mounted: Mounted | undefined;
let clinic: Clinic;

addEventListener('popstate', () => open(settingsIn(location.search)));
open(settings);

function open(next: Settings, draft?: QuestionnaireResponse): void {
  settings = next;
  const form = shelf.forms.find(({ id }) => id === next.form) ?? shelf.forms[0]!;
  clinic = new Clinic(shelf, next.server, frame);
  document.documentElement.dataset['scheme'] = next.scheme;
  mounted?.unmount();
  frame();

  const title = form.questionnaire.title ?? form.id;
  document.title = next.bare ? title : `${title} - CBT worksheets`;
  if (next.bare) {
    document.documentElement.lang = next.language;
    document.documentElement.dir = next.language === 'ar' ? 'rtl' : 'ltr';
  }
  const before = draft ?? exampleFor(shelf, form.id, next.state)?.response;
  mounted = mountWorksheet(document.getElementById('worksheet')!, {
    questionnaire: form.questionnaire,
    ...(before && { draft: { ...before, status: 'in-progress' } }),
    languages: [next.language],
    words: [ar],
    contacts: contactsIn(next.language),
    now: () => new Date(),
    mayMeasure: true,
    launch: { patient: { id: 'example' } },
    query: (search) => clinic.query(search),
    save: (draft) => clinic.save(draft),
    handIn: (response) => clinic.handIn(response),
    leave: () => go({ ...settings, state: 'empty' }),
  });
  window.demo = { mounted, received: clinic.received, clinic, resume: (answered) => open(settings, answered) };
}

function go(next: Settings): void {
  history.pushState(null, '', addressOf(next));
  open(next);
}

/** The switch of the server acts on the worksheet that is open; all else opens one anew. */
function change(changed: Partial<Settings>): void {
  const next = { ...settings, ...changed };
  if (changed.server) {
    settings = next;
    clinic.server = changed.server;
    history.replaceState(null, '', addressOf(next));
    frame();
  } else {
    go(next);
  }
}

function frame(): void {
  render(h(Frame, { shelf, settings, received: clinic.received, onChange: change }), page);
}
