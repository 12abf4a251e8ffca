import type { QuestionnaireResponse } from '../fhir/types.ts';
import type { OnDevice } from './device.ts';
import type { Opened } from './server.ts';

/** How answers that were left on a device stand to the server's. */
export type Standing = 'stored' | 'newer' | 'apart';

/** What goes on from a save of this device whose answer was lost is newer, though the server's version is not the one known here. */
export function standing(left: OnDevice, opened: Pick<Opened, 'response' | 'version'>): Standing {
  if (isSame(left.response, opened.response)) {
    return 'stored';
  }
  const isFromHere = left.unanswered !== undefined && isSame(left.unanswered, opened.response);
  return left.version === opened.version || isFromHere ? 'newer' : 'apart';
}

function isSame(one: QuestionnaireResponse, other: QuestionnaireResponse | null): boolean {
  return JSON.stringify(one.item ?? []) === JSON.stringify(other?.item ?? []);
}
