import { mountWorksheet, type Contact } from '../index.ts';
import type { Questionnaire } from '../fhir/types.ts';

/** The worksheet as the patient will see it, beside its plan. It can be tried, and keeps nothing. */
interface Preview {
  readonly questionnaire: Questionnaire;
  readonly languages: readonly string[];
  readonly contacts: readonly Contact[];
}

const preview = document.querySelector<HTMLDetailsElement>('#preview')!;
const paper = preview.querySelector<HTMLElement>('.paper')!;
const isBesideThePlan = matchMedia('(min-width: 64rem)');
let mounted: { unmount(): void } | undefined;

preview.addEventListener('toggle', () => { if (preview.open && !mounted) { void show(); } });
// Who was faster than this script has opened it, and is not shut out again.
preview.open ||= isBesideThePlan.matches;
if (preview.open) {
  void show();
}

async function show(): Promise<void> {
  mounted ??= { unmount() {} };
  const answer = await fetch(preview.dataset['api']!, { headers: { Accept: 'application/json' } }).catch(() => undefined);
  if (!answer?.ok) {
    mounted = undefined;
    preview.open = false;
    return;
  }
  mount(await answer.json() as Preview);
}

/** Handing in only shows what comes after; leaving that begins again. */
function mount(shown: Preview): void {
  const again = () => {
    mounted?.unmount();
    mount(shown);
  };
  const worksheet = document.createElement('div');
  paper.replaceChildren(worksheet);
  mounted = mountWorksheet(worksheet, {
    ...shown,
    now: () => new Date(),
    handIn: () => Promise.resolve(),
    leave: again,
  });
}
