/** Atom feeds: read by a feed parser of others, with ids that stay from one ledger to the next. */
import { parseFeed } from '@rowanmanning/feed-parser';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportAs } from '../../src/export/export-as.ts';
import { element } from '../../src/export/feeds/xml.ts';
import type { ExportOptions, ExportSource } from '../../src/export/source.ts';
import { foldedSource, frozenSource, textOf } from '../support/export.ts';
import { incident, report } from '../support/ledger.ts';

let source: ExportSource;
beforeAll(async () => void (source = await frozenSource()));

async function feedOf(format: string, options: ExportOptions = {}) {
  const text = await textOf(exportAs(format, source, options));
  expect(XMLValidator.validate(text)).toBe(true);
  return { text, feed: parseFeed(text) };
}

describe.each(['atom', 'atom-changes', 'atom-due'])('%s', (format) => {
  test('is an Atom feed with what RFC 4287 demands', async () => {
    const { text, feed } = await feedOf(format, { url: 'https://desk.example.org' });
    expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
    expect(feed.self).toMatch(/^https:\/\/desk\.example\.org\/api\/v1\/feeds\/\w+\.atom$/);
    expect(feed.items.length).toBeGreaterThan(0);
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
    for (const item of feed.items) {
      expect(item.id).toMatch(/^urn:trucewatch:/);
      expect(item.updated).toBeInstanceOf(Date);
      expect(item.title).not.toBe('');
      expect(item.url).toMatch(/^https:\/\/desk\.example\.org\/(?:entries|truces)\//);
      expect(item.description).not.toBe('');
    }
    for (const [, updated] of text.matchAll(/<updated>([^<]+)</g)) expect(updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+Z$/);
  });

  test('without an address every item has content instead of a link', async () => {
    const { feed } = await feedOf(format);
    for (const item of feed.items) expect([item.url, typeof item.content]).toEqual([null, 'string']);
  });
});

test('new entries come newest first, no more than asked for', async () => {
  const { feed } = await feedOf('atom', { limit: 5 });
  const times = feed.items.map(({ updated }) => updated!.getTime());
  expect(times).toHaveLength(5);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test('changes tell what a further report adds, and each new status of a truce', async () => {
  const { feed } = await feedOf('atom-changes', { limit: 1000 });
  const texts = feed.items.map(({ title, description }) => `${title} | ${description}`);
  expect(texts).toContainEqual(expect.stringMatching(/^Ceasefire from 2022-09-13T06:00Z.*: superseded \| /));
  expect(texts).toContainEqual(expect.stringMatching(/^More on: .*\| Sample \w+ adds .*\(09\d\d-/));
});

test('a report that only repeats is no item, another voice is one', async () => {
  const fire = { by: ['TUV MIL'], type: 'fire', places: ['Funafuti'], time: '2019-05-03T10:00Z' } as const;
  const told = [
    report('a', '2019-05-03', [incident({ ...fire, says: 'NRU MIL: Ministry of Nauru' })]),
    report('b', '2019-05-04', [incident({ ...fire, says: 'NRU MIL: Ministry of Nauru' })], { outlet: 'Sample Desk' }),
    report('c', '2019-05-05', [incident({ ...fire, says: 'IGO: Reef Mission' })]),
  ];
  const items = parseFeed(await textOf(exportAs('atom-changes', foldedSource(told)))).items;
  expect(items.map(({ id }) => id!.split('%2F').at(-1))).toEqual(['c']);
  expect(items[0]!.description).toContain('a voice: Reef Mission');
});

test('a truce narrows each feed, under an id of its own', async () => {
  const { id } = source.ledger.truces[1]!;
  const { feed, text } = await feedOf('atom-changes', { truce: id, limit: 1000 });
  expect(text).toContain(`<id>urn:trucewatch:feeds:changes%2F${id}</id>`);
  expect(feed.items.length).toBeLessThan((await feedOf('atom-changes', { limit: 1000 })).feed.items.length);
});

test('any text is well-formed as an element', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(XMLValidator.validate(element('a', text, { b: text }))).toBe(true);
    }),
  );
});
