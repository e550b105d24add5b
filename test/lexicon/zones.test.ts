import { expect, test } from 'vitest';
import { loadTimes } from '../../src/lexicon/times.ts';
import { loadZones } from '../../src/lexicon/zones.ts';
import { wordsOf } from '../../src/lexicon/words.ts';
import { readLexicon } from '../../src/lexicon/load.ts';
import type { ZoneEntry } from '../../src/lexicon/zones.ts';

test('every zone is one that Temporal knows, an offset, or the word for the place itself', () => {
  const ids = readLexicon<ZoneEntry>('en/zones').map(({ id }) => id);
  const unknown = ids.filter((id) => id !== 'local' && !isZone(id));
  expect(unknown).toEqual([]);
});

function isZone(id: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
    return true;
  } catch {
    return false;
  }
}

test('a place is found in any casing, and by one zone only', () => {
  const zones = loadZones();
  expect(zones.ofPlace('ADDIS ABABA')).toBe('Africa/Addis_Ababa');
  expect(zones.ofPlace('Nowhere')).toBeUndefined();
  const places = readLexicon<ZoneEntry>('en/zones').flatMap((entry) => entry.places ?? []);
  expect(new Set(places).size).toBe(places.length);
});

test('the quick filter lets pass every word that a time can start from', () => {
  const times = loadTimes();
  const mayStart = (text: string): boolean => times.mayStart(text, wordsOf(text)[0]!);
  const missed = [...times.words]
    .filter(([norm, word]) => (word.trigger || word.phrase) && !mayStart(norm))
    .map(([norm]) => norm);
  expect(missed).toEqual([]);
  expect(mayStart('1430')).toBe(true);
  expect(mayStart('killed')).toBe(false);
});
