import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ar } from '../../main/web/demo/ar.ts';
import { en } from '../../main/web/words/en.ts';

test('the Arabic of the demo fills in what the English does', () => {
  const blanks = (words: object): unknown => Object.fromEntries(Object.entries(words).map(([name, value]) =>
    [name, typeof value === 'string' ? value.match(/\{\w+}/g)?.sort() ?? [] : blanks(value)]));
  assert.deepEqual(blanks(ar), blanks(en));
});
