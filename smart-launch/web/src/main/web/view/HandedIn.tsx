import { useEffect, useRef } from 'preact/hooks';
import { fieldsIn } from '../form/entry.ts';
import { Contacts } from './Contacts.tsx';
import { FieldView } from './FieldView.tsx';
import { HelpNow } from './HelpNow.tsx';
import { usePage } from './page.ts';

/** Thanks for doing it, whatever the answers; and whom to call, where an answer asks for that. */
export function HandedIn({ onLeave }: { onLeave: (() => void) | undefined }) {
  const { sheet, words } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const last = [...fieldsIn(sheet.root)].filter((field) => sheet.isShown(field));
  const crisis = last.filter((field) => field.part.look === 'crisis');
  const after = last.filter((field) => field.part.look === 'not-monitored').slice(-1);
  return (
    <>
      <div class="top"><HelpNow /></div>
      <h1 tabIndex={-1} ref={heading}>{words.handedIn}</h1>
      <p>{words.handedInText}</p>
      {crisis.map((field) => <FieldView key={field.part.linkId} field={field} level={2} />)}
      {after.map((field) => <FieldView key={field.part.linkId} field={field} level={2} />)}
      {crisis.length === 0 && <Contacts />}
      {onLeave && <button type="button" class="btn full" onClick={onLeave}>{words.finish}</button>}
    </>
  );
}
