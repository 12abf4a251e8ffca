import type { Issue } from '../form/checking.ts';
import type { Part } from '../form/definition.ts';
import { say, type Words } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';

/** What keeps an answer from being saved, beside it, in plain words. */
export function Trouble({ issue, part, id }: { issue: Issue | undefined; part: Part; id: string }) {
  const { words } = usePage();
  return (
    <div id={id} class="trouble-place" role="status">
      {issue && <p class="trouble"><Icon is="look" /><span>{tell(issue, part, words)} {words.notSentUntilChanged}</span></p>}
    </div>
  );
}

/** The sentence for an issue, with its bound and an example as one would write it in that language. */
export function tell(issue: Issue, part: Part, words: Words): string {
  const bound = 'bytes' in issue ? megabytes(issue.bytes, words) : 'bound' in issue ? shown(issue.bound, words) : '';
  return say(words.issues[issue.rule], { bound, example: example(part, words) });
}

function megabytes(bytes: number, words: Words): string {
  return new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);
}

function shown(bound: number | string, words: Words): string {
  if (typeof bound === 'number') {
    return new Intl.NumberFormat(words.language, { maximumFractionDigits: 9 }).format(bound);
  }
  const [date, time] = bound.split('T');
  return bound.includes('-') && date!.length === 10
    ? new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
      + (time ? ` ${time.slice(0, 5)}` : '')
    : bound.replace(/:00$/, '');
}

function example(part: Part, words: Words): string {
  switch (part.type) {
    case 'integer': return shown(typeof part.min === 'number' && part.min > 5 ? part.min : 5, words);
    case 'decimal': case 'quantity': return shown(1.5, words);
    case 'time': return '21:30';
    default: return '2026-03-31';
  }
}
