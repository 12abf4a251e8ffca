import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionnaireItem } from '../../main/web/fhir/types.ts';
import { fieldsIn, type Field } from '../../main/web/form/entry.ts';
import { fhirPath } from '../../main/web/form/fhirpath.ts';
import { readWorksheet } from '../../main/web/form/reading.ts';
import { Sheet } from '../../main/web/form/sheet.ts';
import { form, response, responsesIn, worksheetNamed, worksheets } from './library.ts';

const sheetOf = (...items: QuestionnaireItem[]) => new Sheet(readWorksheet(form(...items)));
const field = (sheet: Sheet, linkId: string): Field => [...fieldsIn(sheet.root)].find((each) => each.part.linkId === linkId)!;
const missing = (sheet: Sheet) => sheet.completeness().missing.map((each) => each.part.linkId);
const item = (linkId: string, more: Partial<QuestionnaireItem> = {}): QuestionnaireItem =>
  ({ linkId, type: 'string', text: linkId, ...more });
const shownIf = (question: string, answerBoolean: boolean) => ({ enableWhen: [{ question, operator: '=' as const, answerBoolean }] });

/** A total that does not follow from the answers is not believed. */
const isStaleTotal = (answered: { linkId: string }, sheet: Sheet) =>
  answered.linkId === 'total' && field(sheet, 'total').values.length === 0;

test('every response of the library opens as a draft and is written as it was', () => {
  const byUrl = new Map(worksheets().map((worksheet) => [`${worksheet.url}|${worksheet.version}`, worksheet]));
  let opened = 0;
  for (const path of [...responsesIn('examples'), ...responsesIn('incomplete')]) {
    const before = response(path);
    const sheet = new Sheet(readWorksheet(byUrl.get(before.questionnaire!)!), before);
    sheet.use(fhirPath());
    assert.deepEqual(sheet.strangers, [], path);
    assert.deepEqual(sheet.problems(), [], path);
    assert.deepEqual(sheet.response(before.status).item, before.item!.filter((each) => !isStaleTotal(each, sheet)), path);
    opened += 1;
  }
  assert.ok(opened >= 15, `only ${opened}`);
});

test('an answer that a condition no longer asks for is not sent, and comes back with the condition', () => {
  const sheet = sheetOf(item('done', { type: 'boolean' }), item('why', shownIf('done', false)));
  sheet.answer(field(sheet, 'done').entries[0]!, { valueBoolean: false });
  sheet.answer(field(sheet, 'why').entries[0]!, { valueString: 'no time' });
  sheet.answer(field(sheet, 'done').entries[0]!, { valueBoolean: true });
  assert.deepEqual(sheet.response('in-progress').item, [{ linkId: 'done', answer: [{ valueBoolean: true }] }]);

  sheet.answer(field(sheet, 'done').entries[0]!, { valueBoolean: false });
  assert.equal(sheet.response('in-progress').item![1]!.answer![0]!.valueString, 'no time');
});

test('a condition on a question that is not asked itself does not hold', () => {
  const sheet = sheetOf(item('a', { type: 'boolean' }), item('b', { type: 'boolean', ...shownIf('a', true) }), item('c', shownIf('b', true)));
  sheet.answer(field(sheet, 'a').entries[0]!, { valueBoolean: true });
  sheet.answer(field(sheet, 'b').entries[0]!, { valueBoolean: true });
  assert.ok(sheet.isShown(field(sheet, 'c')));
  sheet.answer(field(sheet, 'a').entries[0]!, { valueBoolean: false });
  assert.ok(!sheet.isShown(field(sheet, 'c')));
});

test('inside a repeating group a condition asks the answer of the same instance', () => {
  const sheet = sheetOf(item('activity', { type: 'group', repeats: true, item: [
    item('done', { type: 'boolean' }), item('barrier', shownIf('done', false)),
  ] }));
  const group = field(sheet, 'activity');
  const second = sheet.add(group);
  sheet.answer(group.entries[0]!.fields[0]!.entries[0]!, { valueBoolean: true });
  sheet.answer(second.fields[0]!.entries[0]!, { valueBoolean: false });
  assert.ok(!sheet.isShown(group.entries[0]!.fields[1]!));
  assert.ok(sheet.isShown(second.fields[1]!));
});

test('what is no value, or breaks a rule, is told and is not in the response', () => {
  const sheet = sheetOf(item('minutes', { type: 'integer', extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 }] }), item('note'));
  sheet.answer(field(sheet, 'note').entries[0]!, { valueString: 'kept' });
  sheet.mistype(field(sheet, 'minutes').entries[0]!, 'ten', { rule: 'not-a-whole-number' });
  assert.deepEqual(sheet.problems().map((problem) => problem.issue.rule), ['not-a-whole-number']);
  sheet.answer(field(sheet, 'minutes').entries[0]!, { valueInteger: 11 });
  assert.deepEqual(sheet.problems().map((problem) => problem.issue), [{ rule: 'too-high', bound: 10 }]);
  assert.deepEqual(sheet.response('in-progress').item!.map((each) => each.linkId), ['note']);
});

test('a required question counts once in each instance of its group', () => {
  const sheet = sheetOf(item('feelings', { type: 'group', required: true, repeats: true, item: [
    item('feeling', { required: true }), item('strength', { type: 'integer', required: true })] }));
  assert.deepEqual(missing(sheet), ['feeling', 'strength']);
  const group = field(sheet, 'feelings');
  sheet.answer(group.entries[0]!.fields[0]!.entries[0]!, { valueString: 'sad' });
  const second = sheet.add(group);
  assert.deepEqual(missing(sheet), ['strength'], 'an instance that is not begun counts nothing');
  sheet.answer(second.fields[1]!.entries[0]!, { valueInteger: 3 });
  assert.deepEqual(missing(sheet), ['strength', 'feeling']);
});

test('one way is enough where there are several', () => {
  const sheet = new Sheet(readWorksheet(worksheetNamed('thought-record-5')));
  assert.ok(missing(sheet).includes('situation'));
  sheet.answer(field(sheet, 'situation.audio').entries[0]!,
    { valueAttachment: { contentType: 'audio/webm', data: 'AAAA', size: 3 } });
  assert.ok(!missing(sheet).includes('situation'));
});

test('an instance that was removed comes back where it was', () => {
  const sheet = sheetOf(item('steps', { repeats: true }));
  const steps = field(sheet, 'steps');
  sheet.answer(steps.entries[0]!, { valueString: 'one' });
  sheet.answer(sheet.add(steps), { valueString: 'two' });
  const undo = sheet.remove(steps.entries[0]!);
  assert.deepEqual(steps.values, [{ valueString: 'two' }]);
  undo();
  assert.deepEqual(steps.values, [{ valueString: 'one' }, { valueString: 'two' }]);
});

test('the total of a measure is there only when all items are answered', () => {
  const complete = response('examples/QuestionnaireResponse-phq-9-complete.json');
  const sheet = new Sheet(readWorksheet(worksheetNamed('phq-9')), complete);
  sheet.use(fhirPath());
  const total = () => sheet.response('completed').item!.find((each) => each.linkId === 'total')?.answer?.[0]?.valueInteger;
  assert.equal(total(), complete.item!.find((each) => each.linkId === 'total')!.answer![0]!.valueInteger);
  sheet.answer(field(sheet, 'item-4').entries[0]!, undefined);
  assert.equal(total(), undefined);
});

test('a safety answer is known at once, a zero is none', () => {
  const sheet = new Sheet(readWorksheet(worksheetNamed('phq-9')));
  const nine = field(sheet, 'item-9');
  sheet.answer(nine.entries[0]!, nine.part.options[0]!.value);
  assert.deepEqual(sheet.safetyAnswers(), []);
  assert.ok(!sheet.isShown(field(sheet, 'crisis')));
  sheet.answer(nine.entries[0]!, nine.part.options[1]!.value);
  assert.deepEqual(sheet.safetyAnswers(), [nine]);
  assert.ok(sheet.isShown(field(sheet, 'crisis')));
});

test('initial values are put in once, and not into a draft', () => {
  const items = [item('place', { initial: [{ valueString: 'at home' }] })];
  assert.deepEqual(sheetOf(...items).response('in-progress').item, [{ linkId: 'place', answer: [{ valueString: 'at home' }] }]);
  const draft = { resourceType: 'QuestionnaireResponse' as const, status: 'in-progress' as const };
  assert.equal(new Sheet(readWorksheet(form(...items)), draft).response('in-progress').item, undefined);
});
