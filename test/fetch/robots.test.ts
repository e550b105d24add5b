/** robots.txt by the examples of RFC 9309 and by what sites really write. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAllowed, parseRobots } from '../../src/fetch/robots.ts';

const may = (text: string, path: string, agent = 'trucewatch'): boolean =>
  isAllowed(parseRobots(text, agent), new URL(path, 'https://example.org'));

describe('which group is ours', () => {
  const text = `
User-Agent: *
Disallow: /all
User-agent: ExampleBot
User-agent: TruceWatch/2.0
Disallow: /ours
Crawl-delay: 7

User-agent: trucewatch
Disallow: /too
`;
  test('our groups together, whatever the case and version; not the one for all', () => {
    expect(['/ours', '/too', '/all'].map((path) => may(text, path))).toEqual([false, false, true]);
    expect(parseRobots(text, 'trucewatch').delay).toBe(7);
  });
  test('the one for all where we are not named', () => {
    expect(['/ours', '/all'].map((path) => may(text, path, 'other'))).toEqual([true, false]);
  });
  test('an empty file, or a page in its place, closes nothing', () => {
    expect(may('', '/x')).toBe(true);
    expect(may('<!doctype html><p>Disallow: /', '/x')).toBe(true);
  });
});

describe('which rule decides', () => {
  test.each([
    ['Disallow: /', '/any', false],
    ['Disallow:', '/any', true],
    ['Disallow: /p', '/page', false],
    ['Disallow: /\nAllow: /p', '/page', true],
    ['Allow: /p\nDisallow: /', '/page', true],
    ['Allow: /folder\nDisallow: /folder', '/folder/page', true],
    ['Allow: /page\nDisallow: /*.htm', '/page.htm', false],
    ['Allow: /$\nDisallow: /', '/', true],
    ['Allow: /$\nDisallow: /', '/page.htm', false],
    ['Disallow: *.gif$', '/a/b.gif', false],
    ['Disallow: *.gif$', '/a/b.gif?x', true],
    ['Disallow: /a*b*c$', '/abcbc', false],
    ['Disallow: /a*c$', '/ac', false],
    ['Disallow: /ac*c$', '/ac', true],
    ['Disallow: /*?print', '/page?print=1', false],
    ['Disallow: /foo/bar/%E3%83%84', '/foo/bar/ツ', false],
    ['Disallow: /foo/bar/ツ', '/foo/bar/%e3%83%84', false],
    ['Disallow: /foo%2fbar', '/foo/bar', true],
    ['Disallow: /%7Ejoe', '/~joe/x', false],
    ['Disallow: /x # a remark', '/x', false],
    ['disallow : /x', '/x', false],
    ['Disallow: /', '/robots.txt', true],
  ])('%j: %s', (rules, path, expected) => {
    expect(may(`User-agent: *\n${rules}\n`, path)).toBe(expected);
  });

  test('any text and any path is read in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.webPath(), (text, path) => {
        expect(typeof may(`User-agent: *\nDisallow: ${text}`, `/x${path}`)).toBe('boolean');
      }),
      { seed: 9309, numRuns: 300 },
    );
    const started = performance.now();
    expect(may(`User-agent: *\nDisallow: /${'*a'.repeat(2000)}b$`, `/${'a'.repeat(4000)}`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
