import { useState } from 'preact/hooks';
import type { Entry } from '../form/entry.ts';
import { describedBy, hintsId } from './Caption.tsx';
import { dateOf, momentOf, timeOf } from './moments.ts';
import { usePage } from './page.ts';
import { Trouble } from './Trouble.tsx';

/** A day, and a time if one knows it. */
export function DateTime({ entry, id }: { entry: Entry; id: string }) {
  const { sheet, words, now, tried } = usePage();
  const field = entry.field!;
  const held = entry.value?.valueDateTime;
  const [time, setTime] = useState<string>();
  const shownTime = held ? timeOf(held) : time ?? '';
  const set = (date: string, clock: string) => {
    setTime(clock);
    sheet.answer(entry, date ? { valueDateTime: momentOf(date, clock) } : undefined);
  };
  const issue = tried || held ? sheet.issueOf(entry) : undefined;
  const described = describedBy(hintsId(field), `${id}-trouble`);
  return (
    <>
      <div class="moment">
        <label><span>{words.date}</span>
          <input id={id} type="date" max="9999-12-31" value={held ? dateOf(held) : ''} aria-describedby={described}
            aria-invalid={issue ? true : undefined} onInput={(event) => set(event.currentTarget.value, shownTime)} />
        </label>
        <label><span>{words.timeIfYouLike}</span>
          <input type="time" value={shownTime} aria-describedby={described}
            onInput={(event) => set(held ? dateOf(held) : dateOf(now()), event.currentTarget.value)} />
        </label>
        <button type="button" class="btn" onClick={() => set(dateOf(now()), timeOf(now()))}>{words.now}</button>
      </div>
      <Trouble issue={issue} part={field.part} id={`${id}-trouble`} />
    </>
  );
}
