import type { Contact } from '../index.ts';
import { say } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';

/** Whom to call, as the clinic configured it. */
export function Contacts() {
  const { contacts } = usePage();
  return contacts.length === 0 ? null : (
    <ul class="contacts">
      {contacts.map((contact) => <li key={contact.href}><Call contact={contact} /></li>)}
    </ul>
  );
}

function Call({ contact }: { contact: Contact }) {
  const { words } = usePage();
  const isCall = contact.href.startsWith('tel:');
  return (
    <a class="btn call" href={contact.href} {...(!isCall && { rel: 'noopener noreferrer', target: '_blank' })}>
      <Icon is={isCall ? 'phone' : 'message'} />
      <span>
        <b>{isCall ? say(words.callNow, { name: contact.name }) : contact.name}</b>
        {contact.detail && <small>{contact.detail}</small>}
      </span>
    </a>
  );
}
