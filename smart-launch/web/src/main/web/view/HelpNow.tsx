import { useRef } from 'preact/hooks';
import { Contacts } from './Contacts.tsx';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';

/** Always at the top: whom to call, one tap away. */
export function HelpNow() {
  const { words, contacts } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  return contacts.length === 0 ? null : (
    <>
      <button type="button" class="btn helpnow" onClick={() => dialog.current?.showModal()}>
        <Icon is="ring" />{words.helpNow}
      </button>
      <dialog ref={dialog} class="crisis" aria-labelledby="help-now">
        <h2 id="help-now">{words.helpNow}</h2>
        <Contacts />
        <form method="dialog"><button class="btn full">{words.close}</button></form>
      </dialog>
    </>
  );
}
