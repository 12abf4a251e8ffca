import type { Field } from '../form/entry.ts';
import { Contacts } from './Contacts.tsx';
import { Icon } from './Icon.tsx';
import { Rich } from './Rich.tsx';

/** Text between questions, by what it is for. */
export function Notice({ field }: { field: Field }) {
  const { look, text } = field.part;
  if (!text) {
    return null;
  }
  switch (look) {
    case 'crisis': return <Crisis field={field} />;
    case 'not-monitored': return <p class="unwatched"><Icon is="eye" /><span><Rich text={text} /></span></p>;
    case 'instructions': return <p class="instructions"><Rich text={text} /></p>;
    default: return <p class="between"><Rich text={text} /></p>;
  }
}

/** Shown at once when an answer asks for it. It is told aloud, and takes the focus from nobody. */
function Crisis({ field }: { field: Field }) {
  return (
    <section class="crisis">
      <p role="alert"><Icon is="ring" /><Rich text={field.part.text!} /></p>
      <Contacts />
    </section>
  );
}
