import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standing } from '../../main/web/answering/left.ts';
import type { QuestionnaireResponse } from '../../main/web/fhir/types.ts';

const AT = new Date('2026-03-02T20:10:00Z');

function says(text: string): QuestionnaireResponse {
  return { resourceType: 'QuestionnaireResponse', status: 'in-progress', item: [{ linkId: 'what', answer: [{ valueString: text }] }] };
}

test('what the server has is nothing left on the device', () => {
  assert.equal(standing({ response: says('a'), version: '1', at: AT }, { response: says('a'), version: '2' }), 'stored');
});

test('what goes on from what the server has is newer', () => {
  assert.equal(standing({ response: says('ab'), version: '1', at: AT }, { response: says('a'), version: '1' }), 'newer');
});

test('what goes on from a save whose answer was lost is newer too', () => {
  const left = { response: says('abc'), version: '1', unanswered: says('ab'), at: AT };
  assert.equal(standing(left, { response: says('ab'), version: '2' }), 'newer');
});

test('what another device changed since is for the patient to decide, a lost answer or not', () => {
  const changed = { response: says('other'), version: '2' };
  assert.equal(standing({ response: says('ab'), version: '1', at: AT }, changed), 'apart');
  assert.equal(standing({ response: says('abc'), version: '1', unanswered: says('ab'), at: AT }, changed), 'apart');
});
