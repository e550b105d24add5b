/** Outlets: what the register knows of them, and those that it does not. */
import { expect, test } from 'vitest';
import { outletRegister } from '../../src/lexicon/outlet-register.ts';
import { outletProblem, readOutlets } from '../../src/lexicon/outlets.ts';
import { loadSituations } from '../../src/lexicon/situations.ts';

const outlets = readOutlets();
const situations = loadSituations();

test('a known outlet comes with its country, owner, sides and zone; an unknown one as unknown', () => {
  const met = [
    { key: 'Hill Radio', name: 'Hill Radio', reports: 3 },
    { key: 'azertac', name: 'Azertac', reports: 2 },
  ];
  const [unknown, known, ...more] = outletRegister(met, outlets, situations);
  expect(more).toEqual([]);
  expect(unknown).toEqual({ name: 'Hill Radio', sides: [], hosts: [], feeds: [], reports: 3 });
  expect(known).toMatchObject({ key: 'azertac', country: 'AZE', zone: 'Asia/Baku', reports: 2 });
  expect(known?.sides).toContainEqual({ situation: 'armenia-azerbaijan', side: 'AZE', role: 'party' });
});

test('the whole register stands behind what was met, each outlet once', () => {
  const all = outletRegister([{ key: 'tass', name: 'TASS', reports: 1 }], outlets, situations, true);
  expect(all).toHaveLength(outlets.length);
  expect(all[0]).toMatchObject({ key: 'tass', reports: 1 });
  expect(all.filter(({ feeds }) => feeds.length > 0).length).toBeGreaterThan(20);
  expect(all.filter(({ language }) => language !== undefined).length).toBeGreaterThan(200);
});

test('a wrong language or feed is refused', () => {
  const entry = { id: 'x', forms: ['X'], name: 'X', source: 'public record' };
  expect(outletProblem({ ...entry, language: 'English' })).toContain('language');
  expect(outletProblem({ ...entry, feeds: ['x.example/rss'] })).toContain('feed');
});
