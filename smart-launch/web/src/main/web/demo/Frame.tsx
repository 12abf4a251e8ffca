import type { Received } from './clinic.ts';
import { addressOf, type Server, type Settings } from './settings.ts';
import { exampleFor, type Form, type Shelf } from './shelf.ts';

interface FrameProps {
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly received: readonly Received[];
  onChange(changed: Partial<Settings>): void;
}

const LANGUAGES = { en: 'English', es: 'Español', ar: 'العربية' };
const SCHEMES = { system: 'As the device', light: 'Light', dark: 'Dark' };
const SERVERS: Record<Server, string> = { works: 'Takes it', slow: 'Takes its time', offline: 'Out of reach', fails: 'Refuses' };

const isNarrow = matchMedia('(max-width: 48rem)').matches;

/** What stands around the worksheet: the list of all, the switches, and what was sent. */
export function Frame({ shelf, settings, received, onChange }: FrameProps) {
  if (settings.bare) {
    return <main id="worksheet" />;
  }
  return (
    <div class="demo">
      <header class="demo-head">
        <p class="demo-name">CBT worksheets</p>
        <p class="demo-quiet">A demo: made-up contacts, and nothing leaves this page.</p>
      </header>
      <nav class="demo-list" aria-label="All worksheets">
        <List title="Library" kind="library" {...{ shelf, settings, onChange }} />
        <List title="Forms that tests use" kind="fixture" {...{ shelf, settings, onChange }} />
      </nav>
      <Switches {...{ shelf, settings, onChange }} />
      <main id="worksheet" class="demo-phone" />
      <Sent received={received} />
    </div>
  );
}

function List({ title, kind, shelf, settings, onChange }:
  Omit<FrameProps, 'received'> & { readonly title: string; readonly kind: Form['kind'] }) {
  const forms = shelf.forms.filter((form) => form.kind === kind);
  return forms.length === 0 ? null : (
    <details open={!isNarrow && (kind === 'library' || forms.some(({ id }) => id === settings.form))}>
      <summary>{title} <span class="demo-quiet">{forms.length}</span></summary>
      <ul>
        {forms.map(({ id, questionnaire }) => (
          <li key={id}>
            <a
              href={addressOf({ ...settings, form: id, state: 'empty' })}
              aria-current={id === settings.form ? 'page' : undefined}
              onClick={(event) => { event.preventDefault(); onChange({ form: id, state: 'empty' }); }}
            >
              {questionnaire.title ?? id}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Switches({ shelf, settings, onChange }: Omit<FrameProps, 'received'>) {
  const examples = shelf.examples.filter(({ form }) => form === settings.form).map(({ name }) => [name, name]);
  return (
    <section class="demo-switches" aria-label="How it is shown">
      <Switch label="Language" chosen={settings.language} choices={LANGUAGES} onChoose={(language) => onChange({ language })} />
      <Switch label="Colours" chosen={settings.scheme} choices={SCHEMES}
        onChoose={(scheme) => onChange({ scheme: scheme as Settings['scheme'] })} />
      <Switch label="Begin with" chosen={exampleFor(shelf, settings.form, settings.state)?.name ?? 'empty'}
        choices={{ empty: 'An empty sheet', ...Object.fromEntries(examples) }} onChoose={(state) => onChange({ state })} />
      <Switch label="The server" chosen={settings.server} choices={SERVERS}
        onChoose={(server) => onChange({ server: server as Server })} />
    </section>
  );
}

function Switch({ label, chosen, choices, onChoose }: {
  readonly label: string;
  readonly chosen: string;
  readonly choices: Readonly<Record<string, string>>;
  onChoose(value: string): void;
}) {
  return (
    <label class="demo-switch">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {Object.entries(choices).map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </label>
  );
}

function Sent({ received }: { readonly received: readonly Received[] }) {
  const newest = received[received.length - 1];
  return (
    <section class="demo-sent" aria-label="What was sent">
      <h2>What was sent</h2>
      {newest ? (
        <>
          <p class="demo-quiet">
            {newest.kind === 'draft' ? `A draft, the ${ordinal(received.length)} message.` : 'The response, as handed in.'}
          </p>
          <pre tabIndex={0} role="region" aria-label="JSON">{JSON.stringify(newest.response, null, 2)}</pre>
        </>
      ) : <p class="demo-quiet">Nothing yet. The draft follows each pause in typing.</p>}
    </section>
  );
}

function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
  return `${n}${ending}`;
}
