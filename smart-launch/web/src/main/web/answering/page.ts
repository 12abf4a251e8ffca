import { mountWorksheet } from '../index.ts';
import type { QuestionnaireResponse } from '../fhir/types.ts';
import { Answers } from './answers.ts';
import { Device, type OnDevice } from './device.ts';
import { standing } from './left.ts';
import { NotDone, Server, type Opened, type Why } from './server.ts';
import { wordsFor } from './words.ts';

/** The page on which a patient fills in the worksheet of one occasion. */
const place = document.getElementById('answering')!;
const { api, home, token } = place.dataset as { api: string; home: string; token: string };
const languages = navigator.languages;
const words = wordsFor(languages);
const now = () => new Date();
const server = new Server(api, token);

void begin();

async function begin(): Promise<void> {
  let opened: Opened;
  try {
    opened = await server.open();
  } catch (problem) {
    tell(problem instanceof NotDone ? problem.why : 'away');
    return;
  }
  const device = new Device(api.split('/').slice(-1)[0]!, opened.deviceKey, now);
  const left = await device.find();
  switch (left ? standing(left, opened) : 'stored') {
    case 'stored':
      await device.forget();
      mount(opened, device, opened.response);
      break;
    case 'newer':
      mount(opened, device, left!.response);
      break;
    default:
      ask(left!, () => mount(opened, device, left!.response), () => {
        void device.forget();
        mount(opened, device, opened.response);
      });
  }
}

function mount(opened: Opened, device: Device, draft: QuestionnaireResponse | null): void {
  const answers = new Answers(server, device, opened.version, now, tell);
  document.title = opened.questionnaire.title ?? document.title;
  const worksheet = document.createElement('div');
  place.replaceChildren(...(opened.isHandedIn ? [note(words.handedIn)] : []), worksheet);
  mountWorksheet(worksheet, {
    questionnaire: opened.questionnaire,
    ...(draft && { draft }),
    languages,
    contacts: opened.contacts,
    launch: { patient: { id: opened.patient } },
    now,
    query: (search) => server.search(search),
    // What was handed in is changed by handing it in again: there are no drafts of it.
    ...(!opened.isHandedIn && { save: (response: QuestionnaireResponse) => answers.save(response) }),
    handIn: (response) => answers.handIn(response),
    leave: () => { location.assign(home); },
  });
}

/** Says once what is the matter, above the worksheet, which stays. */
function tell(why: Why): void {
  const alert = note(words.trouble[why]);
  alert.id = 'trouble';
  alert.setAttribute('role', 'alert');
  const actions = document.createElement('p');
  actions.className = 'choices';
  actions.append(button(words.again, () => location.reload()), button(words.home, () => location.assign(home)));
  alert.append(actions);
  document.getElementById('trouble')?.remove();
  place.prepend(alert);
  alert.scrollIntoView({ block: 'nearest' });
}

function ask(left: OnDevice, here: () => void, elsewhere: () => void): void {
  const question = note(words.two);
  const time = new Intl.DateTimeFormat(languages[0], { dateStyle: 'medium', timeStyle: 'short' }).format(left.at);
  const actions = document.createElement('p');
  actions.className = 'choices';
  actions.append(button(words.here.replace('{time}', time), here), button(words.elsewhere, elsewhere));
  question.append(actions);
  place.replaceChildren(question);
}

function note(text: string): HTMLElement {
  const section = document.createElement('section');
  section.className = 'aside';
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  section.append(paragraph);
  return section;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}
