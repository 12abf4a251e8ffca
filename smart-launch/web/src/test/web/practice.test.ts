import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Part } from '../../main/web/form/definition.ts';
import { clock } from '../../main/web/practice/clock.ts';
import { better, Player } from '../../main/web/practice/player.ts';
import { timelineOf } from '../../main/web/practice/timeline.ts';

const nothing = {
  help: [], flyover: [], examples: [], required: false, repeats: false, readOnly: false, hidden: false,
  horizontal: false, enableWhen: [], enableAny: false, options: [], units: [], mimeTypes: [], initial: [],
  variables: {}, parts: [],
} as const;

function step(plain: string, seconds: number, cue?: string): Part {
  return {
    ...nothing, linkId: plain, type: 'display', look: 'plain', text: { plain, translations: {} },
    guided: { seconds, ...(cue && { cue }) },
  };
}

function group(parts: Part[], rounds?: number): Part {
  return { ...nothing, linkId: 'group', type: 'group', look: 'plain', parts, ...(rounds && { rounds }) };
}

const { guided: _, ...mereText } = step('Only to read', 1);
const breathing = group([
  step('Sit', 20, 'bell'),
  mereText,
  group([step('In', 4, 'breathe-in'), step('Hold', 2, 'hold'), step('Out', 6, 'breathe-out'), step('Rest', 2, 'hold')], 3),
  step('End', 10, 'bell'),
]);

function playing(practice: Part = breathing) {
  let now = 5000;
  const player = new Player(timelineOf(practice), () => now);
  return { player, pass: (seconds: number) => { now += seconds * 1000; return player.tick(); } };
}

test('steps_follow_one_another_without_a_gap', () => {
  const { moments, seconds } = timelineOf(breathing);
  assert.equal(moments.length, 14);
  assert.equal(seconds, 20 + 3 * 14 + 10);
  moments.forEach((moment, at) => assert.equal(moment.start, moments[at - 1]?.end ?? 0));
});

test('all_rounds_of_a_group_are_one_step_and_are_counted_by_themselves', () => {
  const { moments, steps } = timelineOf(breathing);
  assert.equal(steps, 3);
  assert.deepEqual(moments.map((moment) => moment.step), [1, ...Array(12).fill(2), 3]);
  assert.deepEqual(moments.map((moment) => moment.round), [undefined, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, undefined]);
  assert.equal(moments[1]?.rounds, 3);
});

test('a_hold_keeps_what_the_breath_before_it_left', () => {
  const breaths = timelineOf(breathing).moments.slice(0, 5).map((moment) => moment.breath);
  assert.deepEqual(breaths, [undefined, 'in', 'full', 'out', 'empty']);
});

test('rounds_within_rounds_are_written_out', () => {
  const { moments } = timelineOf(group([group([group([step('Tense', 5), step('Let go', 10)], 2)], 3)]));
  assert.equal(moments.length, 12);
  assert.equal(moments[11]?.end, 90);
});

test('nothing_runs_before_it_is_begun', () => {
  const { player, pass } = playing();
  assert.deepEqual(pass(60), { phase: 'ready', index: 0, into: 0, left: 72 });
  assert.deepEqual(player.practised(), { seconds: 0, finished: false });
});

test('the_place_follows_from_the_clock_however_late_the_timer_comes', () => {
  const { player, pass } = playing();
  player.play();
  assert.equal(pass(19.9).index, 0);
  assert.deepEqual(pass(0.2), { phase: 'running', index: 1, into: 100, left: 52 });
  assert.equal(pass(15).index, 5);
});

test('a_tab_that_slept_past_the_end_finds_it_done_and_counts_no_more_than_the_practice', () => {
  const { player, pass } = playing();
  player.play();
  assert.deepEqual(pass(4000).phase, 'done');
  assert.deepEqual(player.practised(), { seconds: 72, finished: true });
});

test('a_pause_is_not_practised_and_nothing_is_lost_by_it', () => {
  const { player, pass } = playing();
  player.play();
  pass(10);
  player.pause();
  assert.deepEqual(pass(300), { phase: 'paused', index: 0, into: 10_000, left: 62 });
  player.play();
  assert.equal(pass(5).into, 15_000);
  assert.deepEqual(player.practised(), { seconds: 15, finished: false });
});

test('what_is_passed_over_is_not_practised', () => {
  const { player, pass } = playing();
  player.play();
  pass(3);
  player.next();
  assert.deepEqual(pass(1), { phase: 'running', index: 1, into: 1000, left: 51 });
  assert.equal(player.practised().seconds, 4);
});

test('back_goes_to_the_step_before_and_time_practised_twice_counts_twice', () => {
  const { player, pass } = playing();
  player.play();
  pass(22);
  player.back();
  assert.deepEqual(pass(0), { phase: 'running', index: 0, into: 0, left: 72 });
  player.back();
  assert.equal(pass(8).index, 0);
  assert.equal(player.practised().seconds, 30);
});

test('next_and_back_keep_a_pause', () => {
  const { player, pass } = playing();
  player.play();
  player.pause();
  player.next();
  assert.deepEqual(pass(30), { phase: 'paused', index: 1, into: 0, left: 52 });
});

test('next_at_the_last_step_is_the_end', () => {
  const { player, pass } = playing(group([step('One', 5), step('Two', 5)]));
  player.play();
  pass(1);
  player.next();
  assert.equal(player.practised().finished, true);
  player.next();
  assert.deepEqual(pass(9), { phase: 'done', index: 1, into: 5000, left: 0 });
  assert.deepEqual(player.practised(), { seconds: 1, finished: true });
});

test('a_practice_of_one_step_is_finished_at_its_end_only', () => {
  const { player, pass } = playing(group([step('Walk', 600)]));
  player.play();
  pass(599);
  assert.equal(player.practised().finished, false);
  pass(1);
  assert.equal(player.practised().finished, true);
});

test('stopping_keeps_what_was_practised_and_says_it_was_not_to_the_end', () => {
  const { player, pass } = playing();
  player.play();
  pass(31.4);
  player.stop();
  assert.equal(pass(90).phase, 'stopped');
  assert.deepEqual(player.practised(), { seconds: 31, finished: false });
  player.play();
  player.next();
  assert.equal(pass(1).phase, 'stopped');
});

test('of_several_practices_the_finished_one_is_kept_then_the_longest', () => {
  const long = { seconds: 70, finished: false };
  const whole = { seconds: 60, finished: true };
  assert.equal(better(undefined, long), long);
  assert.equal(better(long, whole), whole);
  assert.equal(better(whole, long), whole);
  assert.equal(better(long, { seconds: 20, finished: false }), long);
});

test('time_reads_as_minutes_and_seconds', () => {
  assert.deepEqual([0, 9.9, 60, 605, -1].map(clock), ['0:00', '0:09', '1:00', '10:05', '0:00']);
});
