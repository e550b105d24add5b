/** Phrase book of namesakes: who bears a known surname with another given name is somebody else, as party, voice and addressee. */
import { describe, expect, test } from 'vitest';
import { ofKind, recordsOf } from './phrase-book.ts';

/** Codes and names of all who act, suffer, speak, ask or are asked. */
const everybody = (text: string): string => JSON.stringify(recordsOf(text).map(({ spans: _, ...rest }) => rest));

describe('a stranger', () => {
  test.each([
    ['who is hit', 'Gunmen opened fire at a car in Lamu, killing Adel Karim Putin.', 'RUS'],
    ['who speaks', 'Trader Carla Putin said that gunmen had opened fire on the market of Lamu.', 'RUS'],
    ['who is asked', 'Kenya asked Helga Erdogan to send troops to Lamu.', 'TUR'],
    ['named by surname alone later', 'Rosa Putin came to Lamu. Gunmen shot at a car of Putin in Lamu.', 'RUS'],
    ['behind a title', 'On Monday Dr. Rosa Putin said that gunmen had opened fire in Lamu.', 'RUS'],
    ['behind a capital that is no title', 'On Monday Coach Putin said that gunmen had opened fire in Lamu.', 'RUS'],
    ['by a surname after a day', 'Rosa Putin came. On Monday Putin said that gunmen had shelled Lamu.', 'RUS'],
    ['whose first name is a known surname', 'Pilot Cameron Otieno was shot by gunmen in Lamu on Tuesday.', 'GBR'],
    ['whose family name follows', 'Gunmen in Lamu killed Barack al-Tijari on Tuesday.', 'USA'],
  ])('%s is not the person of the lexicon: %s', (_, text, code) => {
    expect(everybody(text)).not.toContain(`"code":"${code}`);
  });
});

describe('the person meant', () => {
  test.each([
    ['by the full name', 'Vladimir Putin said that gunmen had opened fire on the market of Lamu.'],
    ['by a title', 'President Putin said that gunmen had opened fire on the market of Lamu.'],
    ['by a title of the lexicon', 'On Monday Dr. Putin said that gunmen had opened fire in Lamu.'],
    ['by a noun for his work', 'On Monday Director Putin said that gunmen had opened fire in Lamu.'],
    ['with those who run beside him', 'On Monday Team Putin said that gunmen had opened fire in Lamu.'],
    ['by a title after a namesake', 'Rosa Putin came to Lamu. Mr. Putin said that gunmen had opened fire in Lamu.'],
    ['by the surname', 'Putin said that gunmen had opened fire on the market of Lamu.'],
    ['beside a namesake', 'President Putin met Rosa Putin. Putin said that gunmen had opened fire in Lamu.'],
    ['before a namesake', 'Putin said that gunmen had opened fire in Lamu. Singer Rosa Putin left the town.'],
  ])('%s stays: %s', (_, text) => {
    const [record] = ofKind('incident', text);
    expect(record?.attribution[0]?.code).toBe('RUS GOV');
  });
});
