/** Phrase book of requests, meetings, plans, tolls, observations and mechanisms. */
import { describe, expect, test } from 'vitest';
import { codes, ofKind } from './phrase-book.ts';

test.each([
  ['Chad asked France for help on Monday.', 'request: TCD > FRA help sent; asserted'],
  [
    "Ethiopia's government decided to request assistance from Kenya under the Nairobi Protocol of 2004.",
    'request: ETH GOV > KEN assistance decided; alleged',
  ],
  [
    'At the request of Chad, a meeting of the UN Security Council will be held on Friday.',
    'request: TCD > UNO  scheduled; asserted',
  ],
  [
    'President Uhuru Kenyatta will meet Prime Minister Abiy Ahmed in Nairobi on May 20.',
    'meeting: meeting planned KEN GOV+ETH GOV Nairobi 2019-05-20; planned',
  ],
  [
    'Abiy Ahmed spoke by telephone with President Emmanuel Macron on Wednesday night.',
    'meeting: call held ETH GOV+FRA GOV  2019-05-15TNI; asserted',
  ],
  [
    "The African Union's Peace and Security Council held an emergency session on Tuesday.",
    'meeting: emergency held AU Peace and Security Council  2019-05-14; asserted',
  ],
  [
    'The African Union will send a mission to Chad in June.',
    'plan: IGO send a mission to Chad in June due 2019-06; planned',
  ],
  [
    'The Kenyan government may release information about the talks.',
    'plan: KEN GOV release information about the talks due ?; possible',
  ],
  [
    "A report is due at the council's session in Nairobi in the autumn.",
    "plan: ? A report is due at the council's session in Nairobi in the autumn due 2019-FA; planned",
  ],
  [
    'The ministry recorded no violations of the ceasefire on Monday, the Ethiopian Defence Ministry said.',
    'observation: ETH MIL none observed; alleged',
  ],
  ['Observers were denied access to the village by the rebels.', 'observation: ? access denied; asserted'],
  [
    'A joint commission on the demarcation of the border between Chad and Sudan met twice.',
    'mechanism: joint commission on the demarcation of the border; asserted',
  ],
])('%s', (text, line) => {
  expect(codes(text)).toContain(line);
});

describe('requests', () => {
  test('each of those who are asked has a record', () => {
    const records = ofKind(
      'request',
      'Chad decided to seek help from France, from the African Union and from the UN Security Council.',
    );
    expect(records.map(({ addressee }) => addressee?.value.code)).toEqual(['FRA', 'IGO', 'UNO']);
    expect(records.every(({ status }) => status?.value === 'decided')).toBe(true);
  });

  test('who received it is who was asked', () => {
    const [record] = ofKind(
      'request',
      'An appeal of the Chadian government for help has been received, the French Foreign Ministry said.',
    );
    expect([record?.requester?.value.code, record?.addressee?.value.code, record?.status?.value]).toEqual([
      'TCD GOV',
      'FRA',
      'received',
    ]);
  });

  test('the treaty that is invoked goes with the request and dates nothing', () => {
    const [record] = ofKind('request', 'Chad asked France for help under the Treaty of Mutual Assistance of 1976.');
    expect(record?.instrument?.value).toBe('Treaty of Mutual Assistance');
    expect(record?.factuality).toBe('asserted');
  });
});

describe('tolls', () => {
  test.each([
    [
      'At least 40 Ethiopian soldiers were killed and 70 wounded in the fighting, Prime Minister Abiy Ahmed told parliament.',
      'toll: ETH killed 40 wounded 70 missing -; alleged',
    ],
    [
      'A total of 90 Kenyan soldiers are dead or missing, the government in Nairobi said.',
      'toll: KEN killed - wounded - missing 90; alleged',
    ],
  ])('%s', (text, line) => {
    expect(codes(text)).toContain(line);
  });

  test('who counts its dead counts its own', () => {
    const [record] = ofKind('toll', 'Eritrea counts 12 dead after the clashes.');
    expect([record?.side?.value.code, record?.counter?.value.code, record?.killed?.value.best]).toEqual([
      'ERI',
      'ERI',
      12,
    ]);
  });

  test('a part of a toll is no toll of its own', () => {
    const records = ofKind(
      'toll',
      'Sixty Kenyan soldiers were killed, the army said. Forty of the dead served in the infantry and twenty in the border guard.',
    );
    expect(records).toHaveLength(1);
  });

  test('the same number in a headline takes the side of the text', () => {
    const text =
      'Kenya conflict claims 31 lives\n\nNAIROBI, May 16 - Thirty-one Kenyan soldiers were killed on Tuesday.';
    const records = ofKind('toll', text, { headline: 'Kenya conflict claims 31 lives' });
    expect(new Set(records.map(({ side }) => side?.value.code))).toEqual(new Set(['KEN']));
  });
});

describe('observations', () => {
  const periodOf = (text: string, published = '2019-05-16T18:00:00+03:00') => {
    const [one] = ofKind('observation', text, { published });
    return [one?.period?.value.earliest, one?.period?.value.latest, one?.period?.rule];
  };

  test('what has held since an hour holds until the report', () => {
    expect(
      periodOf('No violations have been recorded since 9 a.m. Nairobi time on Thursday, the Chadian army said.'),
    ).toEqual(['2019-05-16T06:00:00Z', '2019-05-16T15:00:00Z', 'since-until-the-report']);
  });

  test('what was seen on a day was seen on that day', () => {
    const [, latest, rule] = periodOf('No violations were recorded on Monday, the Chadian army said.');
    expect(latest?.slice(0, 10)).not.toBe('2019-05-16');
    expect(rule).toBeUndefined();
  });

  test('a length behind "for" ends with the report, whatever hour stands further off', () => {
    expect(
      periodOf(
        'The border has been quiet for two days, said officials in Abeche, who told of a truce from 8 p.m. on Monday.',
      ),
    ).toEqual(['2019-05-14T15:00:00Z', '2019-05-16T15:00:00Z', 'lasting-until-the-report']);
  });

  test('a report of which the month alone is known bounds no length', () => {
    expect(periodOf('The border has been quiet for two days, officials in Abeche said.', '2019-05')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('where the voice is, nobody has looked', () => {
    const [one] = ofKind('observation', 'The border near Tine has been quiet for two days, officials in Abeche said.');
    expect(one?.places.map(({ value }) => value.name)).not.toContain('Abeche');
  });

  test('the zone of a clock is no place that was looked at', () => {
    const [one] = ofKind(
      'observation',
      'No violations were recorded near Abeche by 20:00 Nairobi time, the Chadian army said.',
    );
    expect(one?.places.map(({ value }) => value.name)).toEqual(['Abeche']);
  });
});
