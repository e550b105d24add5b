import { describe, expect, test } from 'vitest';
import { actorsIn, mentionOf, namesDoc } from './names-in.ts';

describe('what the text teaches', () => {
  test('office and country stand with a name, and later short forms share them', () => {
    const doc = namesDoc(
      'Latvian Prime Minister Andris Kalnozols spoke first. Kalnozols praised the army. The prime minister then left.',
    );
    const full = mentionOf(doc, 'Latvian Prime Minister Andris Kalnozols');
    expect(full).toMatchObject({ code: 'LVA GOV', name: 'Andris Kalnozols', office: 'prime minister', type: 'person' });
    const short = mentionOf(doc, 'Kalnozols');
    expect(short).toMatchObject({ code: 'LVA GOV', key: full.key, basis: 'learned' });
    expect(short.evidence).toEqual({ start: full.start, end: full.end });
    expect(mentionOf(doc, 'prime minister')).toMatchObject({ key: full.key, basis: 'coreference' });
  });

  test('a headline is taught by the body below it', () => {
    const text = 'Mburu says truce holds\n\nKenyan Defence Minister Otieno Mburu said so.';
    const doc = namesDoc(text, { headline: 'Mburu says truce holds' });
    expect(mentionOf(doc, 'Mburu')).toMatchObject({ code: 'KEN GOV', office: 'defence minister' });
  });

  test.each([
    ['Lukas Orbelli, the Georgian foreign minister, left. Orbelli was tired.', 'Orbelli = GEO GOV'],
    ["Georgia's foreign minister, Lukas Orbelli, left. Orbelli was tired.", 'Orbelli = GEO GOV'],
    ['A spokesman for the Kenyan army, Otieno Wafula, denied it. Wafula gave no figure.', 'Wafula = KEN MIL'],
    ['Colonel Hugo Parraga of the Bolivian army was shot. Parraga survived.', 'Parraga = BOL MIL'],
    ['Kenyan Foreign Ministry spokeswoman Grace Wafula spoke. Wafula smiled.', 'Wafula = KEN GOV'],
  ])('%s', (text, expected) => expect(actorsIn(text)).toContain(expected));

  test('the subject of the next clause is no apposition', () => {
    const doc = namesDoc('In Dareva, the Kenyan minister said it was over.');
    expect(doc.actors.some((actor) => actor.name === 'Dareva')).toBe(false);
  });
});

describe('forms of names', () => {
  test.each([
    ['initials', 'Bolivian envoy Hugo J. Parraga', 'came. Parraga left.', 'Parraga'],
    ['particles', 'Sudanese General Omar al-Tijari', 'came. Al-Tijari left.', 'Al-Tijari'],
    ['a surname in capitals', 'Chadian minister Idriss SALEHI', 'came. Salehi left.', 'Salehi'],
    ['a form of address', 'Peruvian minister Rosa Quispe', 'came. Mrs. Quispe left.', 'Mrs. Quispe'],
    [
      "the editor's brackets",
      'Kenyan President Otieno Mburu',
      'came. "[President] Otieno [Mburu] knows."',
      '[President] Otieno [Mburu]',
    ],
  ])('%s', (_, full, rest, short) => {
    const doc = namesDoc(`${full} ${rest}`);
    expect(mentionOf(doc, short).key).toBe(mentionOf(doc, full).key);
  });
  test('another given name is another person', () => {
    const doc = namesDoc('Peruvian minister Rosa Quispe came. Singer Carlos Quispe sang.');
    expect(new Set(doc.actors.filter((a) => a.type === 'person').map((a) => a.key)).size).toBe(2);
  });
});

describe('pronouns', () => {
  test('he is the last man that was the subject', () => {
    const doc = namesDoc('Kenyan President Otieno Mburu met Rosa Quispe. He praised her.');
    expect(mentionOf(doc, 'He')).toMatchObject({ name: 'Otieno Mburu', basis: 'coreference', code: 'KEN GOV' });
  });
  test('she is not a man', () => {
    const doc = namesDoc('Peruvian minister Rosa Quispe met Mr. Otieno Mburu. She was late.');
    expect(mentionOf(doc, 'She').name).toBe('Rosa Quispe');
  });
  test('they are a group', () => {
    const doc = namesDoc('Chadian rebels met the envoy. They want a truce.');
    expect(mentionOf(doc, 'They').code).toBe('TCD REB');
  });
  test('it is the country that speaks in the same sentence', () => {
    const doc = namesDoc('Kenya said it would withdraw its troops.');
    expect(mentionOf(doc, 'it')).toMatchObject({ code: 'KEN', basis: 'coreference' });
  });
  test('a pronoun without anybody before it stays alone', () => expect(actorsIn('He said it was late.')).toEqual([]));
});

describe('bodies named again', () => {
  test('"the ministry" is the ministry named before', () => {
    const doc = namesDoc('The Kenyan Foreign Ministry protested. The ministry gave no reason.');
    expect(mentionOf(doc, 'ministry')).toMatchObject({ code: 'KEN GOV', basis: 'coreference' });
    expect(mentionOf(doc, 'ministry').key).toBe(mentionOf(doc, 'Kenyan Foreign Ministry').key);
  });
  test.each([
    ['The Security Council met. Chad and Niger were calm.', 'UNO'],
    ['The Kenyan Security Council met. Later the Security Council adjourned.', 'KEN GOV'],
    ['Kenya was alarmed when its own Security Council met.', 'KEN GOV'],
  ])('a Security Council without a country: %s', (text, code) => {
    const found = namesDoc(text).actors.filter((actor) => text.slice(actor.start, actor.end) === 'Security Council');
    expect(found.map((actor) => actor.code)).toEqual([code]);
  });
  test("a ministry with its town is no other country's", () => {
    const doc = namesDoc(
      'The Kenyan defence ministry spoke. The defence ministry in Kampala denied that its forces fired.',
    );
    expect(mentionOf(doc, 'defence ministry').code).toBe('UGA MIL');
    expect(mentionOf(doc, 'forces').code).toBe('UGA MIL');
  });
  test('two nouns share the owner before them', () => {
    expect(actorsIn("It blamed Kenya's military and political leadership.")).toContain(
      'political leadership = KEN GOV',
    );
  });
  test('a name in another spelling is known by its abbreviation', () => {
    const doc = namesDoc('The International Labor Office (ILO) agreed. The International Labor Office left.');
    expect(mentionOf(doc, 'International Labor Office', 1).key).toBe(mentionOf(doc, 'ILO').key);
  });
  test('an abbreviation in brackets is the name before it', () => {
    const doc = namesDoc('The Dareva Liberation Front (DLF) attacked. The DLF lost.');
    expect(mentionOf(doc, 'DLF', 1).key).toBe(mentionOf(doc, 'Dareva Liberation Front').key);
  });
});
