import { describe, expect, test } from 'vitest';
import { actorsIn } from './names-in.ts';

/** Each row: a sentence, then the mentions that it must hold, as "words = code". */
const rows = (text: string, ...expected: readonly string[]): readonly [string, readonly string[]] => [text, expected];

describe('countries and their people', () => {
  test.each([
    rows('Chad closed its border with Niger.', 'Chad = TCD', 'Niger = NER'),
    rows('Talks on Moldovan gas debts went on.', 'Moldovan = MDA'),
    rows('The Georgians and the Latvians met in Vienna.', 'Georgians = GEO', 'Latvians = LVA'),
    rows('Two Kenyan soldiers were wounded.', 'Kenyan soldiers = KEN MIL'),
    rows("Peru's army and Ecuador's navy exchanged fire.", "Peru's army = PER MIL", "Ecuador's navy = ECU MIL"),
  ])('%s', (text, expected) => expect(actorsIn(text)).toEqual(expect.arrayContaining([...expected])));
});

describe('a country with an organ, an office or people', () => {
  test('a street named for a land is not of it', () => {
    expect(actorsIn('The academy stands near Kenya Street.')).toEqual([]);
  });

  test('an official residence is nobody', () => {
    expect(actorsIn('Kenyan troops guarded his official residence.')).toEqual(['Kenyan troops = KEN MIL']);
  });

  test.each([
    rows('The Georgian Defence Ministry denied it.', 'Georgian Defence Ministry = GEO MIL'),
    rows('The Ministry of Foreign Affairs of Latvia summoned him.', 'Ministry of Foreign Affairs of Latvia = LVA GOV'),
    rows("Units of Moldova's armed forces moved east.", "Units of Moldova's armed forces = MDA MIL"),
    rows("Kenya's foreign minister flew home.", "Kenya's foreign minister = KEN GOV"),
    rows('Senior Bolivian army officers resigned.', 'Bolivian army officers = BOL MIL'),
    rows('The National Highway Agency sent a team to Nairobi.', 'National Highway Agency = UNK GOV'),
    rows('They want to defeat Da\u2019esh.', 'Da\u2019esh = IMG REB'),
    rows('A suicide bomber killed three Kenyan women.', 'suicide bomber = UNK UAF'),
    rows('Kenyan police arrested protesters.', 'Kenyan police = KEN COP', 'protesters = KEN OPP'),
    rows('Chadian rebel leaders rejected it.', 'Chadian rebel leaders = TCD REB'),
    rows('Kenyan opposition lawmakers walked out.', 'Kenyan opposition lawmakers = KEN OPP'),
    rows('Ugandan government troops shelled the hill.', 'Ugandan government troops = UGA MIL'),
    rows('Latvian and Estonian officials signed it.', 'Latvian = LVA GOV', 'Estonian officials = EST GOV'),
    rows('U.S. and Turkish negotiators left Doha.', 'Turkish negotiators = TUR GOV'),
    rows(
      'The presidents of Kenya, Uganda and Rwanda will attend.',
      'presidents of Kenya = KEN GOV',
      'Uganda = UGA GOV',
      'Rwanda = RWA GOV',
    ),
    rows('Rebels in the Central African Republic took a town.', 'Rebels = CAF REB'),
    rows('Former Bolivian president Juan Terrazas was held.', 'Former Bolivian president Juan Terrazas = BOL ELI'),
  ])('%s', (text, expected) => expect(actorsIn(text)).toEqual(expect.arrayContaining([...expected])));
});

describe('a bare "army" takes the country only when that is safe', () => {
  test('from the one country that the sentence names', () =>
    expect(actorsIn('The army said that Bolivia was calm.')).toContain('army = BOL MIL'));
  test('not when two countries stand beside it', () =>
    expect(actorsIn('The army said that Bolivia and Peru were calm.')).toContain('army = UNK MIL'));
  test('in a headline from the body of the report', () => {
    const text = 'Truce broken by Uganda — Defence Ministry\n\nThe Kenyan Defence Ministry blamed Uganda.';
    expect(actorsIn(text, { headline: 'Truce broken by Uganda — Defence Ministry' })).toContain(
      'Defence Ministry = KEN MIL',
    );
  });
  test('a seat that is the source of a headline', () =>
    expect(actorsIn('Riga: units crossed the river', { headline: 'Riga: units crossed the river' })).toContain(
      'Riga = LVA GOV',
    ));
  test('a seat before "to" in a headline', () =>
    expect(actorsIn('Nairobi to host talks', { headline: 'Nairobi to host talks' })).toContain('Nairobi = KEN GOV'));
  test('of one side', () => {
    const text = 'Peru and Chile fought. Peru lost two hills. Peru was bitter. On the Chilean side 71 soldiers died.';
    expect(actorsIn(text)).toContain('soldiers = CHL MIL');
  });
  test('not of each side', () =>
    expect(actorsIn("Peru fought Chile. Each country's army was hit.")).toContain('army = UNK MIL'));
  test('people in the street belong to nobody', () =>
    expect(actorsIn('Peru was calm. Four tourists left the hotel.')).not.toContain('tourists = PER CVL'));
});

describe('seats of government', () => {
  test.each([
    rows('Nairobi expects Kampala to honour the deal.', 'Nairobi = KEN GOV', 'Kampala = UGA GOV'),
    rows('The deal was broken by Lima, the envoy said.', 'Lima = PER GOV'),
    rows('He urged Tbilisi to wait.', 'Tbilisi = GEO GOV'),
    rows('Chad urged Nairobi, Kampala to meet.', 'Nairobi = KEN GOV', 'Kampala = UGA GOV'),
    rows('Troops left, Riga insisted.', 'Riga = LVA GOV'),
    rows('A statement from Riga confirmed it.', 'Riga = LVA GOV'),
  ])('acting: %s', (text, expected) => expect(actorsIn(text)).toEqual(expect.arrayContaining([...expected])));

  test.each([
    'They met in Nairobi on Friday.',
    'He flew from Lima to Quito.',
    'The road near Kampala was cut.',
    'The Tbilisi Marathon was run again.',
    'The Riga-based firm closed.',
    'Fighting spread to Nairobi, Kenya, overnight.',
  ])('a place: %s', (text) =>
    expect(actorsIn(text).filter((mention) => /^(?:Nairobi|Lima|Quito|Kampala|Tbilisi|Riga) =/.test(mention))).toEqual(
      [],
    ),
  );
});

describe('names that hold the name of a country', () => {
  test.each([
    rows('Kenya Airways cut its flights.', 'Kenya Airways = KEN BUS'),
    rows('The University of Peru closed.', 'University of Peru = PER EDU'),
    rows('The Latvian Statistical Bureau reported growth.', 'Latvian Statistical Bureau = LVA GOV'),
  ])('%s', (text, expected) => expect(actorsIn(text)).toEqual([...expected]));
});

describe('what is no actor', () => {
  test.each([
    ['It cost 40 million Australian dollars.', 'Australian'],
    ['Pro-Russian slogans were heard.', 'Russian'],
    ['The Geneva Convention forbids it.', 'Geneva Convention'],
    ['Two million units were sold.', 'units'],
    ['Six fighter jets took off.', 'fighter'],
    ['The ceasefire regime held.', 'regime'],
    ["Latvia's national football team won.", 'Latvia'],
    ['The Washington Courier closed.', 'Washington'],
    ['A Treaty of Lima was signed.', 'Lima'],
    ['On Sunday in May, nothing happened.', 'May'],
  ])('%s', (text, words) => expect(actorsIn(text).some((mention) => mention.startsWith(`${words} =`))).toBe(false));
});
