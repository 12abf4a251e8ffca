import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { FieldViews } from './FieldView.tsx';
import { Finish } from './Finish.tsx';
import { HandedIn } from './HandedIn.tsx';
import { Head } from './Head.tsx';
import { open, type Opened } from './opening.ts';
import { PageContext, textIn, type Page } from './page.ts';
import { Status } from './Status.tsx';
import { Summary } from './Summary.tsx';
import type { Mounted, WorksheetOptions } from '../index.ts';

/** A worksheet from its title to the thanks. */
export function WorksheetPage({ options, onMount }: {
  options: WorksheetOptions;
  onMount: (mounted: Omit<Mounted, 'unmount'>) => void;
}) {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const [tries, setTries] = useState(0);
  const [stage, setStage] = useState<'open' | 'under-way' | 'not-taken' | 'handed-in'>('open');
  const hasOpened = useRef(false);
  const opened = useMemo<Opened>(() => open(options, () => changed(undefined)), [options]);
  const { sheet, words, language, keeping, ready } = opened;
  if (!hasOpened.current) {
    hasOpened.current = true;
    onMount({ ready, response: () => sheet.response('in-progress') });
  }
  useEffect(() => opened.watch(), [opened]);

  const handIn = async () => {
    if (sheet.problems().length > 0) {
      setTries((count) => count + 1);
      return;
    }
    setStage('under-way');
    try {
      await opened.handIn();
      setStage('handed-in');
    } catch {
      setStage('not-taken');
    }
  };
  const leave = options.leave && (async () => { await keeping?.flush(); options.leave!(); });
  const page: Page = {
    sheet, words, language, contacts: options.contacts, tried: tries > 0, mayMeasure: options.mayMeasure ?? false,
    now: () => options.now(), text: textIn(language),
  };
  return (
    <PageContext.Provider value={page}>
      <article class="worksheet" lang={language} dir={words.direction}>
        {stage === 'handed-in' ? <HandedIn onLeave={options.leave && (() => options.leave!())} /> : (
          <>
            <Head />
            {keeping && <Status state={keeping.state} onRetry={() => void keeping.flush()} />}
            {tries > 0 && <Summary problems={sheet.problems()} turn={tries} />}
            <div class="parts"><FieldViews fields={sheet.root.fields} level={2} /></div>
            <Finish isUnderWay={stage === 'under-way'} wentWrong={stage === 'not-taken'}
              onHandIn={() => void handIn()} onLeave={leave && (() => void leave())} />
            {sheet.worksheet.copyright && (
              <details class="about">
                <summary>{words.about}</summary>
                <p class="body copyright" lang={sheet.worksheet.language} dir="auto">{sheet.worksheet.copyright}</p>
              </details>
            )}
          </>
        )}
      </article>
    </PageContext.Provider>
  );
}
