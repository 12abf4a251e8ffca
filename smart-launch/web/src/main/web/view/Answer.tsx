import { useState } from 'preact/hooks';
import type { ItemType } from '../fhir/types.ts';
import type { Entry } from '../form/entry.ts';
import { describedBy, hintsId } from './Caption.tsx';
import { DateTime } from './DateTime.tsx';
import { usePage } from './page.ts';
import { MediaView } from './MediaView.tsx';
import { Amount } from './Amount.tsx';
import { read, written } from './typing.ts';
import { Trouble } from './Trouble.tsx';
import { say } from '../words/words.ts';

const LETTERS_LEFT_FROM = 0.8;

/** One answer that is typed or picked: text, number, date, time, link, and what has a control of its own. */
export function Answer({ entry, id, label }: { entry: Entry; id: string; label?: string }) {
  const field = entry.field!;
  switch (field.part.type) {
    case 'attachment': return <MediaView entry={entry} />;
    case 'dateTime': return <DateTime entry={entry} id={id} />;
    case 'quantity': return <Amount entry={entry} id={id} />;
    default: return <Typed entry={entry} id={id} {...(label && { label })} />;
  }
}

/** A box to type in. What was typed is kept as it is until it is left. */
export function Typed({ entry, id, label }: { entry: Entry; id: string; label?: string }) {
  const { sheet, words, tried, text } = usePage();
  const field = entry.field!;
  const { part } = field;
  const [typing, setTyping] = useState<string>();
  const [wasLeft, setLeft] = useState(false);
  const issue = typing === undefined || tried ? sheet.issueOf(entry) : undefined;
  const shownIssue = wasLeft || tried ? issue : undefined;
  const value = typing ?? entry.typed?.text ?? written(part, entry.value, words.language);
  const change = (typed: string) => {
    setTyping(typed);
    const result = read(part, typed);
    if ('issue' in result) {
      sheet.mistype(entry, typed, result.issue);
    } else {
      sheet.answer(entry, result.value);
    }
  };
  const isLong = part.type === 'text';
  const common = {
    id,
    value,
    'aria-label': label,
    'aria-describedby': describedBy(hintsId(field), part.unit && `${id}-unit`, `${id}-trouble`),
    'aria-invalid': shownIssue ? true : undefined,
    'aria-required': part.required && field.within?.field?.part.look !== 'answer-ways' ? true : undefined,
    onInput: (event: Event) => change((event.currentTarget as HTMLInputElement).value),
    onBlur: () => { setTyping(undefined); setLeft(true); },
  };
  const left = part.maxLength !== undefined && value.length > part.maxLength * LETTERS_LEFT_FROM
    ? part.maxLength - value.length : undefined;
  return (
    <>
      <div class="typed">
        {isLong
          ? <textarea rows={3} {...common} />
          : <input {...kindOf(part.type)} {...bounds(part)} {...common} />}
        {part.unit && <span id={`${id}-unit`} class="unit">{text(part.unit)}</span>}
      </div>
      {left !== undefined && left >= 0 && <p class="hint">{say(words.lettersLeft, { n: left })}</p>}
      <Trouble issue={shownIssue} part={part} id={`${id}-trouble`} />
    </>
  );
}

function kindOf(type: ItemType) {
  switch (type) {
    case 'integer': return { type: 'text', inputMode: 'numeric', class: 'short', autocomplete: 'off' } as const;
    case 'decimal': return { type: 'text', inputMode: 'decimal', class: 'short', autocomplete: 'off' } as const;
    case 'date': return { type: 'date', class: 'middling' } as const;
    case 'time': return { type: 'time', class: 'short' } as const;
    case 'url': return { type: 'url', inputMode: 'url', autocomplete: 'off' } as const;
    default: return { type: 'text', autocomplete: 'off' } as const;
  }
}

function bounds(part: { type: string; min?: number | string; max?: number | string }) {
  return part.type !== 'date' ? {} : {
    min: typeof part.min === 'string' ? part.min : undefined,
    max: typeof part.max === 'string' ? part.max : '9999-12-31',
  };
}
