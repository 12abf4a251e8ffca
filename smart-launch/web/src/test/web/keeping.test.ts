import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Keeping } from '../../main/web/form/keeping.ts';
import type { Kept } from '../../main/web/index.ts';

const KEPT: Kept = { where: 'server', at: new Date('2026-03-02T20:10:00Z') };

/** A server that answers when told, and the draft as it stands. */
function desk() {
  const calls: { draft: string; take: () => void; refuse: () => void }[] = [];
  const state = { draft: '' };
  const keeping = new Keeping<string>((draft) => new Promise((resolve, reject) => {
    calls.push({ draft, take: () => resolve(KEPT), refuse: () => reject(new Error('503')) });
  }), () => state.draft, () => undefined);
  const write = (draft: string) => { state.draft = draft; keeping.touch(); };
  return { calls, keeping, write };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a draft is saved after a pause in typing, not at each letter', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { calls, write } = desk();
  write('a');
  mock.timers.tick(500);
  write('ab');
  mock.timers.tick(799);
  assert.equal(calls.length, 0);
  mock.timers.tick(1);
  await settled();
  assert.deepEqual(calls.map((call) => call.draft), ['ab']);
  mock.timers.reset();
});

test('saved is said only of what was taken: what was typed meanwhile is saved next', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { calls, keeping, write } = desk();
  write('a');
  mock.timers.tick(800);
  await settled();
  write('ab');
  calls[0]!.take();
  await settled();
  assert.equal(keeping.state.is, 'saving');
  mock.timers.tick(800);
  await settled();
  assert.equal(calls[1]!.draft, 'ab');
  calls[1]!.take();
  await settled();
  assert.deepEqual(keeping.state, { is: 'kept', kept: KEPT });
  mock.timers.reset();
});

test('a save that was not taken is told, and tried again until it is', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { calls, keeping, write } = desk();
  write('a');
  mock.timers.tick(800);
  await settled();
  calls[0]!.refuse();
  await settled();
  assert.equal(keeping.state.is, 'not-kept');
  mock.timers.tick(2000);
  await settled();
  calls[1]!.refuse();
  await settled();
  mock.timers.tick(5000);
  await settled();
  calls[2]!.take();
  await settled();
  assert.equal(keeping.state.is, 'kept');
  mock.timers.reset();
});

test('after the response was handed in no draft is saved over it', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { calls, keeping, write } = desk();
  write('a');
  mock.timers.tick(800);
  await settled();
  write('ab');
  const stopped = keeping.stop();
  calls[0]!.take();
  await stopped;
  mock.timers.tick(60_000);
  await settled();
  assert.equal(calls.length, 1);
  keeping.resume();
  mock.timers.tick(800);
  await settled();
  assert.equal(calls[1]!.draft, 'ab', 'and goes on when handing in came to nothing');
  mock.timers.reset();
});
