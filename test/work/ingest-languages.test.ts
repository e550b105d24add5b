/** Reports in languages without rules: kept, found, dated, marked, and coded by one command when there are rules. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { ingest } from '../../src/work/ingest.ts';
import { recodeOutdated } from '../../src/work/recode.ts';
import { sourceOf } from '../../src/read/byte-stream.ts';
import { bytesOf } from '../support/archives.ts';
import { DIALECTS, TEST_RUN, testRun, type TestStore } from '../support/stores.ts';

/** Language, text, and a word of it that is searched for. */
const TEXTS: readonly (readonly [language: string, text: string, word: string])[] = [
  [
    'ru',
    'Гарнизоны на обоих берегах озера прекратили огонь, сообщили в понедельник их командиры. Паром снова ходит с полудня.',
    'паром',
  ],
  [
    'uk',
    'Гарнізони на обох берегах озера припинили вогонь, повідомили в понеділок їхні командири. Пором знову ходить.',
    'пором',
  ],
  [
    'hy',
    'Լճի երկու ափերի կայազորները դադարեցրել են կրակը, երկուշաբթի օրը հայտնել են նրանց հրամանատարները։',
    'կայազորները',
  ],
  [
    'ar',
    'أوقفت الحاميتان على ضفتي البحيرة إطلاق النار، حسب ما قال قادتهما يوم الاثنين، وعادت العبارة إلى الإبحار ظهرا.',
    'البحيرة',
  ],
  [
    'es',
    'Las guarniciones de las dos orillas del lago han dejado de disparar, dijeron el lunes sus comandantes. El transbordador navega de nuevo.',
    'transbordador',
  ],
  [
    'fr',
    'Les garnisons des deux rives du lac ont cessé de tirer, ont dit lundi leurs commandants. Le bac navigue de nouveau depuis midi.',
    'garnisons',
  ],
  [
    'tr',
    'Gölün iki kıyısındaki birlikler ateşi kesti, komutanları pazartesi günü açıkladı. Feribot öğleden beri yeniden çalışıyor.',
    'feribot',
  ],
  [
    'fa',
    'پادگان‌های دو سوی دریاچه آتش را متوقف کرده‌اند، فرماندهان آنها روز دوشنبه گفتند. کشتی دوباره از ظهر حرکت می‌کند.',
    'دریاچه',
  ],
];

describe.each(DIALECTS)('on %s', (dialect) => {
  let opened: TestStore;
  beforeEach(async () => {
    opened = await testRun(dialect);
  });
  afterEach(() => opened.remove());

  test('kept, searched, dated, marked, and coded later', async () => {
    const { store } = opened;
    const lexicons = loadLexicons();
    const lines = TEXTS.map(([id, text]) => JSON.stringify({ id, text, published: '2020-05-04' }));
    const english = JSON.stringify({
      id: 'en',
      text: 'Both garrisons on the lake have stopped shooting, their commanders said on Monday.',
    });
    const bytes = bytesOf([...lines, english].join('\n'));
    const { uncoded } = await ingest([{ name: 'in.jsonl', open: () => sourceOf(bytes) }], {
      ...TEST_RUN,
      store,
      lexicons,
    });
    expect(uncoded).toEqual(Object.fromEntries(TEXTS.map(([language]) => [language, 1])));
    for (const [language, text, word] of TEXTS) {
      const stored = (await store.report(language))!;
      expect(stored.text).toBe(text);
      expect(stored.card).toMatchObject({ language, notCoded: 'language' });
      expect(stored.article.published.value).toBe('2020-05-04');
      expect(stored.diagnostics.map(({ rule }) => rule)).toContain('not-coded-language');
      expect(await store.records({ report: language })).toEqual([]);
      expect(
        (await store.search(word)).map(({ report }) => report),
        `${language}: ${word}`,
      ).toEqual([language]);
    }
    expect((await store.report('en'))!.card.notCoded).toBeUndefined();

    // Rules for Spanish arrive: another version of the lexicons, and Spanish among the languages.
    const languages = new Set([...lexicons.languages, 'es']);
    const newer = { ...lexicons, languages, version: 'f'.repeat(64) };
    expect(await recodeOutdated(store, newer)).toEqual({ count: TEXTS.length + 1, failed: [] });
    const spanish = (await store.report('es'))!;
    expect(spanish.card.notCoded).toBeUndefined();
    expect(spanish.diagnostics.map(({ rule }) => rule)).not.toContain('not-coded-language');
    expect((await store.report('ru'))!.card.notCoded).toBe('language');
    expect(await recodeOutdated(store, newer)).toEqual({ count: 0, failed: [] });
  });
});
