/** Phrase book of truces and instruments: stage, parties, mediators, from when, and what they rest on. */
import { describe, expect, test } from 'vitest';
import { codes, ofKind } from './phrase-book.ts';

const agreements = (text: string): string[] => codes(text).filter((line) => line.startsWith('agreement'));

test.each([
  [
    "A ceasefire between Eritrea and Ethiopia took effect at 6:00 on Thursday, Kenya's Foreign Ministry said.",
    'ceasefire in force ERI+ETH by  from 2019-05-16T06:00; alleged',
  ],
  ['Eritrea and Ethiopia agreed on a ceasefire brokered by Kenya.', 'ceasefire agreed ERI+ETH by KEN from ?; asserted'],
  ['The ceasefire between Chad and Sudan collapsed on Tuesday.', 'ceasefire broken off TCD+SDN by  from ?; asserted'],
  ['Maoist rebels declared a unilateral ceasefire on Monday.', 'ceasefire declared UNK REB by  from ?; asserted'],
  ['The Maoist rebels extended their ceasefire by one month.', 'ceasefire extended UNK REB by  from ?; asserted'],
  [
    'A ceasefire between India and Pakistan will take effect at midnight on Friday.',
    'ceasefire in force IND+PAK by  from 2019-05-17T00:00; planned',
  ],
  ['Norway said the February 2002 truce had been a success.', 'ceasefire recalled  by  from 2002-02; recalled'],
])('%s', (text, line) => {
  expect(agreements(text)).toContain(`agreement: ${line}`);
});

describe('slots', () => {
  test('a party that tells of a truce announces it', () => {
    const [record] = ofKind(
      'agreement',
      "Chad's defence minister said that a ceasefire with Sudan was agreed on Tuesday.",
    );
    expect(record?.declaredBy[0]?.value.code).toMatch(/^TCD/);
    expect(record?.declaredBy[0]?.rule).toBe('party-that-announces-it');
  });

  test('a cleric who declares a truce alone is its one party', () => {
    const [record] = ofKind(
      'agreement',
      'Kenyan and Somali soldiers fought. Iraqi cleric Moqtada al-Sadr declared a ceasefire amid a crackdown by the Kenyan and Somali armies.',
    );
    expect(record?.parties.map(({ value }) => value.code)).toEqual(['IRQ REL']);
  });

  test('a party that speaks of a truce which holds does not declare it', () => {
    const [record] = ofKind(
      'agreement',
      "Chad's prime minister said that Chad would be patient with Sudan's breach of a ceasefire that went into effect on Monday.",
    );
    expect(record?.stage?.value).toBe('in force');
    expect(record?.declaredBy).toEqual([]);
  });

  test('what a resolution has brokered lies behind it', () => {
    const records = ofKind(
      'agreement',
      'Chad keeps to UN resolution 1801, which brokered a truce between Chad and Sudan after a war of two months.',
    );
    expect(records.map((record) => [record.class.value, record.factuality])).toContainEqual(['ceasefire', 'recalled']);
  });

  test('a truce with a day of long ago behind it is recalled', () => {
    const [record] = ofKind(
      'agreement',
      'The war of Chad and Sudan ended in a UN-brokered ceasefire on 14 January 2019.',
    );
    expect(record?.factuality).toBe('recalled');
  });

  test('a pronoun goes on with the truce, and no document was signed', () => {
    const records = ofKind(
      'agreement',
      "Chad's government announced a ceasefire with Sudan on Wednesday. It has been in force since 20:00 on Tuesday. No document was signed.",
    );
    const later = records.find(({ effectiveFrom }) => effectiveFrom?.value === '2019-05-14T20:00');
    expect(later?.class.rule).toBe('the-truce-before');
    expect(later?.document?.value).toBe('none signed');
  });

  test('a truce rests on the instruments that the report ties it to', () => {
    const text =
      'A ceasefire between Chad and Sudan took effect at 6:00 on Thursday. The ministry called for the ceasefire to be observed in accordance with the joint statement of the leaders of Chad and Sudan of 3 March 2018.';
    const records = ofKind('agreement', text);
    const statement = records.find((record) => record.class.value === 'joint statement');
    const truce = records.find((record) => record.class.value === 'ceasefire');
    expect(statement?.signed?.value).toBe('2018-03-03');
    expect(truce?.restsOn).toEqual([statement?.id]);
  });

  test('several dates are several instruments', () => {
    const records = ofKind(
      'agreement',
      'Both sides should keep to the trilateral statements of the leaders of Chad, Sudan and Libya of 3 March 2018, 7 April and 9 May 2019.',
    );
    expect(records.map(({ signed }) => signed?.value)).toEqual(['2018-03-03', '2019-04-07', '2019-05-09']);
    expect(records.map(({ parties }) => parties.map(({ value }) => value.code).join())).toEqual(
      Array.from({ length: 3 }, () => 'TCD,SDN,LBY'),
    );
  });
});

describe('no truce', () => {
  test.each([
    'The trade truce between the United States and China took effect on Friday.',
    'The two parties agreed on a political truce until the election.',
    'The United Nations called for a ceasefire between Chad and Sudan.',
    'The president hopes that a ceasefire between Chad and Sudan will take effect.',
    'There is no ceasefire, the mayor said.',
    'The generals are ready to end a truce with the rebels.',
    'Delegates met at the Nairobi Convention Centre.',
    'The ministers discussed free trade agreements.',
  ])('%s', (text) => {
    expect(agreements(text)).toEqual([]);
  });
});

describe('an agreement that is just concluded', () => {
  const labels = (text: string): string[] =>
    ofKind('agreement', text).map(({ stage, factuality }) => `${stage?.value} ${factuality}`);

  test('is the news, wherever the report names it', () => {
    const text =
      'Mali and Niger on Monday signed the Sahel Trade Agreement in Bamako. The Sahel Trade Agreement covers fish.';
    expect(labels(text)).toEqual(['agreed asserted', 'agreed asserted']);
  });

  test.each([
    'Countries that signed the Sahel Trade Agreement last week met in Bamako.',
    'Mali wants to sign the Sahel Trade Agreement.',
    'Mali and Niger signed the Sahel Trade Agreement in May 2001.',
    'Mali and Niger have signed the Sahel Trade Agreement.',
  ])('%s', (text) => {
    expect(labels(text)).toEqual(['recalled recalled']);
  });
});

test('a proposed agreement is planned', () => {
  const [record] = ofKind('agreement', 'Chad asked Mali to sign the proposed South Lake Trade Agreement.');
  expect([record?.stage?.value, record?.factuality]).toEqual(['proposed', 'planned']);
});

test.each([
  'The UN Convention on the Law of the Sea binds Kenya.',
  'Kenya ratified the Lagos Convention in May.',
  'The parties to the Basel Convention sent delegates.',
])('%s', (text) => {
  expect(agreements(text)).toHaveLength(1);
});

test.each([
  ['They broke the Minsk deal.', 'Minsk deal'],
  ['Both sides praised the Doha deal.', 'Doha deal'],
  ['Envoys said that the Zintan deal was dead.', 'Zintan deal'],
  ['Talks in May led to the Addis Ababa deal.', 'Addis Ababa deal'],
  ['Both sides upheld the Minsk deals.', 'Minsk deals'],
])('a deal goes by where it was made: %s', (text, name) => {
  expect(ofKind('agreement', text).map((record) => record.name?.value)).toEqual([name]);
});

test('two states may agree on a firm', () => {
  const [record] = ofKind('agreement', 'The 2015 Gazprom agreement between Russia and Ukraine was read aloud.');
  expect(record?.parties.map(({ value }) => value.code)).toEqual(['RUS', 'UKR']);
});

test('two instruments joined by "and" are two', () => {
  const names = ofKind('agreement', 'There are funds under the Oslo Climate Convention and Bergen Protocol.').map(
    ({ name }) => name?.value,
  );
  expect(names).toEqual(['Oslo Climate Convention', 'Bergen Protocol']);
});
