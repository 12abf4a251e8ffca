import { useState } from 'preact/hooks';
import type { Value } from '../fhir/types.ts';
import { ownWords, toggled } from '../form/choosing.ts';
import type { Part } from '../form/definition.ts';
import type { Field } from '../form/entry.ts';
import { choosesMany } from '../form/entry.ts';
import { cleaned, same } from '../form/values.ts';
import { Clear } from './Clear.tsx';
import { idOf } from './Caption.tsx';
import { labelOf } from './options.ts';
import { usePage } from './page.ts';
import { Trouble } from './Trouble.tsx';

const MOST_IN_SIGHT = 7;

/** Whether all answers are in sight, to be ticked; otherwise they are behind a list. */
export function looksLikeChoices(part: Part): boolean {
  return choosesMany(part) || part.look === 'radio-button' || part.look === 'check-box'
    || part.look !== 'drop-down' && part.options.length <= MOST_IN_SIGHT && !part.answerExpression;
}

/** Answers to tick: one, or as many as fit. */
export function Choices({ field }: { field: Field }) {
  const { sheet, words, text, tried } = usePage();
  const { part } = field;
  const many = choosesMany(part);
  const options = sheet.optionsOf(field);
  const own = ownWords(field.values, options);
  const [isOpen, setOpen] = useState(false);
  const pick = (value: Value, isTicked: boolean) => {
    if (many) {
      sheet.choose(field, toggled(part, field.values, value, isTicked));
    } else {
      sheet.answer(field.entries[0]!, value);
      setOpen(false);
    }
  };
  const write = (typed: string) => {
    const kept = many ? field.values.filter((value) => value !== own && !standsAlone(part, value)) : [];
    const value = cleaned(typed) === '' ? [] : [{ valueString: typed }];
    if (many) {
      sheet.choose(field, [...kept, ...value]);
    } else {
      sheet.answer(field.entries[0]!, value[0]);
    }
  };
  const opens = isOpen || own !== undefined;
  const problem = tried ? sheet.problems().find((found) => found.field === field)?.issue : undefined;
  return (
    <>
      <div class={part.horizontal ? 'picks' : 'picks stacked'}>
        {options.map((value, at) => (
          <label class="pick" key={at}>
            <input type={many ? 'checkbox' : 'radio'} name={idOf(field)} id={at === 0 ? idOf(field) : undefined}
              checked={!(!many && isOpen) && field.values.some((other) => same(other, value))}
              onChange={(event) => pick(value, event.currentTarget.checked)} />
            <span>{labelOf(part, value, text, words.language)}</span>
          </label>
        ))}
        {part.type === 'open-choice' && (
          <label class="pick">
            <input type={many ? 'checkbox' : 'radio'} name={idOf(field)} id={options.length === 0 ? idOf(field) : undefined} checked={opens}
              onChange={(event) => { setOpen(event.currentTarget.checked); write(''); }} />
            <span>{part.openLabel ? text(part.openLabel) : words.other}</span>
          </label>
        )}
      </div>
      {part.type === 'open-choice' && opens && (
        <input type="text" autocomplete="off" maxLength={part.maxLength} value={own?.valueString ?? ''}
          aria-label={`${part.text ? text(part.text) : ''} ${part.openLabel ? text(part.openLabel) : words.otherText}`}
          onInput={(event) => { setOpen(true); write(event.currentTarget.value); }} />
      )}
      <Trouble issue={problem} part={part} id={`${idOf(field)}-trouble`} />
      {!many && <Clear field={field} />}
    </>
  );
}

function standsAlone(part: Part, value: Value): boolean {
  return part.options.some((option) => option.exclusive && same(option.value, value));
}
