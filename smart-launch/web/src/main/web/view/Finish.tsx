import { say } from '../words/words.ts';
import { idOf } from './Caption.tsx';
import { usePage } from './page.ts';
import { goTo, nameOf } from './Summary.tsx';

const MOST_LINKS = 6;

/** The box that was typed in keeps the focus until the click is over: what it then says must not move the button away from it. */
function keepFocus(event: MouseEvent): void {
  if ((event.target as Element).closest('button')) {
    event.preventDefault();
  }
}

/** The end of the sheet: hand in what there is, or keep it for later. Nothing has to be complete. */
export function Finish({ isUnderWay, wentWrong, onHandIn, onLeave }: {
  isUnderWay: boolean;
  wentWrong: boolean;
  onHandIn: () => void;
  onLeave?: (() => void) | undefined;
}) {
  const { sheet, words, text } = usePage();
  const { missing } = sheet.completeness();
  const isBegun = sheet.isBegun();
  const main = isUnderWay ? words.handingIn : missing.length > 0 ? words.handInWhatIHave : words.handIn;
  return (
    <div class="finish" onMouseDown={keepFocus}>
      {missing.length > 0 && isBegun && (
        <div class="hint" id="still-empty">
          <p>{missing.length === 1 ? words.stillEmptyOne : say(words.stillEmptyMany, { n: missing.length })} {words.emptyIsFine}</p>
          {missing.length <= MOST_LINKS && (
            <ul class="empties">
              {missing.map((field) => (
                <li key={idOf(field)}>
                  <a href={`#${idOf(field)}`} onClick={(event) => { event.preventDefault(); goTo(idOf(field)); }}>{nameOf(field, text)}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {!isBegun && <p class="hint" id="still-empty">{words.nothingYet}</p>}
      <button type="button" class="btn main full" aria-describedby={missing.length > 0 || !isBegun ? 'still-empty' : undefined}
        aria-disabled={isUnderWay || !isBegun} onClick={() => { if (!isUnderWay && isBegun) { onHandIn(); } }}>{main}</button>
      <p role="alert" class="alert-place">{wentWrong && words.notHandedIn}</p>
      {onLeave && <button type="button" class="btn full" onClick={onLeave}>{words.leave}</button>}
    </div>
  );
}
