import type { KeepingState } from '../form/keeping.ts';
import { say, type Words } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';

/** Where what was typed is: "saved" is said only of what was taken. */
export function Status({ state, onRetry }: { state: KeepingState; onRetry: () => void }) {
  const { words, sheet } = usePage();
  return (
    <div class="saved">
      <p role="status" class={state.is}>
        <Icon is={state.is === 'not-kept' || (state.is === 'kept' && state.kept.where === 'device') ? 'wait' : 'save'} />
        <span>{tellState(state, words)} {state.is === 'kept' && words.whereThisGoes}</span>
        {state.is === 'not-kept' && <button type="button" class="btn plain" onClick={onRetry}>{words.tryAgain}</button>}
      </p>
      {sheet.worksheet.hasSafetyItem && <p class="hint">{words.safetyGoesAtOnce}</p>}
    </div>
  );
}

function tellState(state: KeepingState, words: Words): string {
  switch (state.is) {
    case 'untouched': return words.notStarted;
    case 'saving': return words.saving;
    case 'not-kept': return words.notSaved;
    case 'kept': {
      const time = new Intl.DateTimeFormat(words.language, { timeStyle: 'short' }).format(state.kept.at);
      return say(state.kept.where === 'server' ? words.saved : words.keptHere, { time });
    }
  }
}
