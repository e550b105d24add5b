/** Dates of lexicon entries: prefixes, both ends included at their own precision. */
import { describe, expect, test } from 'vitest';
import { codeAt, holdsAt, isDatePrefix } from '../../src/lexicon/validity.ts';

describe('validity', () => {
  test.each([
    ['2004-06-01', { from: '2004-06', until: '2004-08' }, true],
    ['2004-08-31', { from: '2004-06', until: '2004-08' }, true],
    ['2004-09-01', { from: '2004-06', until: '2004-08' }, false],
    ['2004-05-31', { from: '2004-06' }, false],
    ['2004', { from: '2004-06-15' }, true],
    ['2003', { from: '2004-06-15' }, false],
    ['2031-01-01', { from: '2004' }, true],
    ['1901-01-01', { until: '2004' }, true],
    [undefined, { from: '2004', until: '2005' }, true],
  ])('%s in %o is %s', (date, validity, expected) => expect(holdsAt(validity, date)).toBe(expected));

  test.each([
    ['2004', true],
    ['2004-02', true],
    ['2004-02-30', true],
    ['2004-2', false],
    ['04-02-2004', false],
    ['2004-00', false],
  ])('%s is a date prefix: %s', (date, expected) => expect(isDatePrefix(date)).toBe(expected));

  test('the code of a day is the dated one, and the entry’s own where none holds', () => {
    const movement = {
      code: 'KIR PTY',
      codes: [
        { code: 'KIR REB', from: '1990', until: '1999-05-03' },
        { code: 'KIR GOV', from: '1999-05-04', until: '2004' },
      ],
    };
    expect(codeAt(movement, '1999-05-03')).toBe('KIR REB');
    expect(codeAt(movement, '1999-05-04')).toBe('KIR GOV');
    expect(codeAt(movement, '2011-01-01')).toBe('KIR PTY');
    expect(codeAt(movement)).toBe('KIR PTY');
  });
});
