import { describe, expect, test } from 'vitest';
import { datelineOf } from '../../../src/read/article/dateline.ts';

const LABELS = new Set(['analysis', 'update', 'exclusive']);

/** Place, region, date, agency, and the first words after the dateline. */
function parts(text: string): string[] | undefined {
  const found = datelineOf(text, { start: 0, end: text.length }, LABELS);
  if (found === undefined) return undefined;
  const { place = '', region = '', date = '', agency = '' } = found.dateline;
  return [place, region, date, agency, text.slice(found.bodyStart).split(' ')[0] ?? ''];
}

describe('datelines', () => {
  test.each([
    ['BEIRUT, October 4. /Sample North/. Mortars fell', ['Beirut', '', '--10-04', 'Sample North', 'Mortars']],
    ['KHAN YOUNIS, Jan 7 (Sample Wire) - Mortars fell', ['Khan Younis', '', '--01-07', 'Sample Wire', 'Mortars']],
    ['ADEN, Yemen (SW) _ Mortars fell', ['Aden', 'Yemen', '', 'SW', 'Mortars']],
    ['JUBA (Sample Wire) -- Mortars fell', ['Juba', '', '', 'Sample Wire', 'Mortars']],
    ['JUBA - (Sample Wire) - Mortars fell', ['Juba', '', '', 'Sample Wire', 'Mortars']],
    ['GANJA, Azerbaijan, October 4. Mortars fell', ['Ganja', 'Azerbaijan', '--10-04', '', 'Mortars']],
    ['TBILISI. Aug 8 (Sample North). Mortars fell', ['Tbilisi', '', '--08-08', 'Sample North', 'Mortars']],
    ['GORI. Aug 8 , 2008 (Sample North) - Mortars fell', ['Gori', '', '2008-08-08', 'Sample North', 'Mortars']],
    ['SUKHUMI AUG 8 (Sample North) - Mortars fell', ['Sukhumi', '', '--08-08', 'Sample North', 'Mortars']],
    ['STEPANAVAN, OCTOBER 4, SAMPLEPRESS. Mortars fell', ['Stepanavan', '', '--10-04', 'SAMPLEPRESS', 'Mortars']],
    [
      'ROSTOV-ON-DON, October 4 - Sample North. Mortars fell',
      ['Rostov-on-Don', '', '--10-04', 'Sample North', 'Mortars'],
    ],
    ['Gyumri, Oct 4, Sample Press. Mortars fell', ['Gyumri', '', '--10-04', 'Sample Press', 'Mortars']],
    ['HPA-AN, Myanmar - Mortars fell', ['Hpa-An', 'Myanmar', '', '', 'Mortars']],
    ['MOGADISHU — Mortars fell', ['Mogadishu', '', '', '', 'Mortars']],
    ['INDIANOLA, Miss. _ Mortars fell', ['Indianola', 'Miss.', '', '', 'Mortars']],
    ['ST. JOHN’S, Oct 4 /Sample Wire/ - "Mortars" fell', ['St. John’s', '', '--10-04', 'Sample Wire', '"Mortars"']],
    [
      "N'DJAMENA, 4 October 2010 (Sample Wire) - Mortars fell",
      ["N'Djamena", '', '2010-10-04', 'Sample Wire', 'Mortars'],
    ],
    ['GROZNY (Russia), Oct 4 (Sample Wire) - Mortars fell', ['Grozny', '', '--10-04', 'Sample Wire', 'Mortars']],
    ['OSLO (Sample Wire), Oct 4 - Mortars fell', ['Oslo', '', '--10-04', 'Sample Wire', 'Mortars']],
    ['SIDON, Lebanon, Tuesday (sw) - Mortars fell', ['Sidon', 'Lebanon', '', 'sw', 'Mortars']],
    [
      'TYRE, Lebanon, Tuesday, Oct 4 (Sample Wire) - Mortars fell',
      ['Tyre', 'Lebanon', '--10-04', 'Sample Wire', 'Mortars'],
    ],
    [
      'LA PAZ, BOLIVIA, Oct. 4, 2005 (Sample Desk) --\n\nMortars fell',
      ['La Paz', 'Bolivia', '2005-10-04', 'Sample Desk', 'Mortars'],
    ],
    ['MONROVIA, Oct 4, 14:30 /Sample Wire/. Mortars fell', ['Monrovia', '', '--10-04', 'Sample Wire', 'Mortars']],
    ['JAMMU/SRINAGAR: Mortars fell', ['Jammu', '', '', '', 'Mortars']],
    ['(Sample Desk) -- Mortars fell', ['', '', '', 'Sample Desk', 'Mortars']],
    ['/Sample North/. Mortars fell', ['', '', '', 'Sample North', 'Mortars']],
    ['Oct 4 (Sample Wire) - Mortars fell', ['', '', '--10-04', 'Sample Wire', 'Mortars']],
    ['Nairobi, October 4\nMortars fell', ['Nairobi', '', '--10-04', '', 'Mortars']],
    ['HARGEISA _\n\nMortars fell', ['Hargeisa', '', '', '', 'Mortars']],
    ['BANGUI, Feb 29 (Sample Wire) - Mortars fell', ['Bangui', '', '--02-29', 'Sample Wire', 'Mortars']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test('several places', () => {
    const text = 'TRIPOLI/TUNIS, October 4. /Sample North/. Mortars fell';
    const { dateline } = datelineOf(text, { start: 0, end: text.length }, LABELS)!;
    expect(dateline.place).toBe('Tripoli');
    expect(dateline.otherPlaces).toEqual([{ start: 8, end: 13, text: 'Tunis' }]);
    expect(text.slice(dateline.placeSpan?.start, dateline.placeSpan?.end)).toBe('TRIPOLI');
    expect(text.slice(dateline.start, dateline.end)).toBe('TRIPOLI/TUNIS, October 4. /Sample North/.');
  });

  test('spans count from the beginning of the text, not of the block', () => {
    const text = 'Head\n\nLAGOS, May 3 (Sample Wire) - Mortars fell';
    const { dateline, bodyStart } = datelineOf(text, { start: 6, end: text.length }, LABELS)!;
    expect(text.slice(dateline.start, dateline.end)).toBe('LAGOS, May 3 (Sample Wire) -');
    expect(text.slice(dateline.placeSpan!.start, dateline.placeSpan!.end)).toBe('LAGOS');
    expect(text.slice(bodyStart)).toBe('Mortars fell');
  });
});

describe('no datelines', () => {
  test.each([
    'NATO - the alliance that both joined - said nothing',
    'OSCE observers counted 40 explosions on October 4',
    'On October 4, 2020 - a Sunday - the road was closed',
    'Lebanon - Talks go on',
    'Chad (population 17 million) borders Libya',
    'WFP (World Food Programme) lorries crossed at noon',
    'Oct. 7 - The day that changed the region',
    'ANALYSIS - Why the line moved',
    'EXCLUSIVE: Truce near',
    'UN - Talks resume',
    'Wednesday, November 30 (GMT)',
    'Sudan, October 4 was the worst day since the spring',
    'MORTARS fell on October 4, the army said',
    'BANGUI, Feb 31 passed without an answer',
    'Tuesday, Oct 4 - nothing new',
  ])('%s', (text) => {
    expect(parts(text)).toBeUndefined();
  });
});
