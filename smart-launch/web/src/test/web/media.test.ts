import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachmentOf, blobOf } from '../../main/web/media/attachment.ts';
import { base64, bytesOf, megabytes, sizeOf } from '../../main/web/media/bytes.ts';
import { pictureType, typeTaken, wayOf } from '../../main/web/media/kinds.ts';
import { grownBy, hasRoom, NOTHING_YET } from '../../main/web/media/room.ts';
import { attempts, within } from '../../main/web/media/scaling.ts';
import { onPaper, seen, type Stroke } from '../../main/web/media/strokes.ts';

const SPOKEN = ['audio/webm', 'audio/mp4', 'audio/ogg'];

function bytes(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
}

test('base64_of_any_length_is_what_others_read', () => {
  for (const length of [0, 1, 2, 3, 4, 24_575, 24_576, 24_577, 100_000]) {
    const text = base64(bytes(length));
    assert.equal(text, Buffer.from(bytes(length)).toString('base64'));
    assert.equal(sizeOf(text), length);
    assert.deepEqual(bytesOf(text), bytes(length));
  }
});

test('an_attachment_says_its_size_in_bytes_and_comes_back_whole', async () => {
  const blob = new Blob([bytes(1000)], { type: 'audio/webm;codecs=opus' });
  const attachment = await attachmentOf(blob, 'audio/webm', new Date('2026-11-23T10:00:00Z'));
  assert.equal(attachment.size, 1000);
  assert.equal(attachment.contentType, 'audio/webm');
  assert.equal(attachment.creation, '2026-11-23T10:00:00.000Z');
  assert.equal('title' in attachment, false);
  assert.deepEqual(new Uint8Array(await blobOf(attachment)!.arrayBuffer()), bytes(1000));
});

test('the_way_follows_from_all_types_taken', () => {
  assert.equal(wayOf(SPOKEN), 'recording');
  assert.equal(wayOf(['image/png', 'image/jpeg']), 'picture');
  assert.equal(wayOf(['image/png', 'application/pdf']), 'file');
  assert.equal(wayOf([]), 'file');
});

test('a_type_is_taken_exactly_as_the_worksheet_names_it', () => {
  assert.equal(typeTaken('audio/webm;codecs=opus', SPOKEN), 'audio/webm');
  assert.equal(typeTaken('audio/x-m4a', SPOKEN), 'audio/mp4');
  assert.equal(typeTaken('audio/mpeg', SPOKEN), undefined);
  assert.equal(typeTaken('', SPOKEN), undefined);
  assert.equal(typeTaken('audio/flac', ['audio/*']), 'audio/flac');
  assert.equal(typeTaken('application/pdf', []), 'application/pdf');
});

test('a_picture_is_written_as_a_type_that_is_taken', () => {
  assert.equal(pictureType(['image/png', 'image/jpeg'], 'image/jpeg', 'image/png'), 'image/jpeg');
  assert.equal(pictureType(['image/png'], 'image/jpeg', 'image/png'), 'image/png');
  assert.equal(pictureType(['image/gif'], 'image/jpeg', 'image/png'), undefined);
});

test('a_picture_keeps_its_shape_and_never_grows', () => {
  assert.deepEqual(within({ width: 4000, height: 3000 }, 1600), { width: 1600, height: 1200 });
  assert.deepEqual(within({ width: 3000, height: 4000 }, 1600), { width: 1200, height: 1600 });
  assert.deepEqual(within({ width: 640, height: 480 }, 1600), { width: 640, height: 480 });
  assert.deepEqual(within({ width: 9000, height: 2 }, 1600), { width: 1600, height: 1 });
});

test('quality_goes_down_before_size_and_both_end', () => {
  const tries = attempts({ width: 4000, height: 3000 }, true);
  assert.deepEqual(tries[0], { longest: 1600, quality: 0.85 });
  assert.deepEqual(tries[4], { longest: 1200, quality: 0.85 });
  assert.ok(tries.every(({ longest }, at) => longest >= 320 && longest <= (tries[at - 1]?.longest ?? 1600)));
  assert.deepEqual(attempts({ width: 100, height: 50 }, false), [{ longest: 100, quality: 1 }]);
});

test('a_recording_stops_before_it_would_be_too_large', () => {
  let grown = NOTHING_YET;
  while (hasRoom(grown, 100_000)) {
    grown = grownBy(grown, 4200);
  }
  assert.ok(grown.bytes + 4200 <= 100_000);
  assert.ok(grown.bytes > 85_000);
});

test('minutes_fit_into_five_megabytes', () => {
  let seconds = 0;
  for (let grown = NOTHING_YET; hasRoom(grown, 5_000_000); grown = grownBy(grown, 4000)) {
    seconds += 1;
  }
  assert.ok(seconds > 20 * 60);
});

test('megabytes_are_said_shortly', () => {
  assert.deepEqual([5_000_000, 500_000, 1_234_567].map(megabytes), ['5', '0.5', '1.2']);
});

test('starting_again_hides_what_was_before_and_taking_it_back_shows_it', () => {
  const stroke: Stroke = { colour: '#000', width: 0.01, points: [onPaper(0.1, 0.1)] };
  assert.deepEqual(seen([stroke, 'cleared']), { strokes: [], beneath: false });
  assert.deepEqual(seen([stroke, 'cleared', stroke]), { strokes: [stroke], beneath: false });
  assert.deepEqual(seen([stroke]), { strokes: [stroke], beneath: true });
});

test('a_point_stays_on_the_paper', () => {
  assert.deepEqual(onPaper(-0.2, 1.4), { x: 0, y: 1, press: 1 });
});
