/** What the relevance gate lets through and what it holds back, in sentences of our own. */
import { describe, expect, test } from 'vitest';
import { loadGate } from '../../../src/lexicon/gate.ts';
import { automatonOf } from '../../../src/read/gate/automaton.ts';
import { judge, type GateWidth } from '../../../src/read/gate/gate.ts';
import { scan } from '../../../src/read/gate/scan.ts';

/** Words around the sentence, so that it must hold its own in a page of usual length. */
const COOKING =
  'Heat the oven and butter a deep dish. Slice the potatoes as thinly as the knife allows and lay them in rings. ' +
  'Fry the onions slowly until they are golden, then stir in the cream and a little nutmeg. Pour it over and bake for an hour. ';
const passes = (text: string, width?: GateWidth): boolean => judge({ text }, width).passes;

describe('what could speak of a conflict passes, in the middle of other things', () => {
  test.each([
    'Both garrisons on the lake kept the truce for a third day.',
    'The two sides traded shellfire across the river before dawn.',
    'Villagers counted eleven mortar rounds in the night.',
    'A drone strike destroyed a fuel depot outside the port.',
    'Mediators said the talks would resume in the spring.',
    'The CSTO will send observers to the crossing.',
    'Ansarullah released forty sailors on Monday.',
    'The peace-keepers left their posts at noon.',
    'Cease-\nfire monitors reached the bridge.',
    'THE ARMY SAID NOTHING.',
    'The “troops” had no insignia.',
    'Refugees crossed into Chad.',
  ])('%s', (sentence) => {
    for (const width of ['wide', 'narrow'] as const)
      expect(passes(`${COOKING}${sentence} ${COOKING}${COOKING}`, width)).toBe(true);
  });
});

describe('what has nothing to do with one is held back', () => {
  test.each([
    ['a recipe', COOKING.repeat(3)],
    [
      'a match',
      'The home side won by a late goal and went top of the league. The striker scored twice before half time and hit the bar at the end. '.repeat(
        4,
      ),
    ],
    ['shares', 'The index of smaller firms ended the day where it had begun, and bond yields hardly moved. '.repeat(8)],
    ['a garden', 'Bring in the tubs before the first frost and cut the roses back to three buds. '.repeat(8)],
  ])('%s', (_, text) => {
    const verdict = judge({ text });
    expect(verdict).toMatchObject({ passes: false, language: 'en', basis: 'words' });
    expect(verdict.points).toBeLessThan(verdict.needed);
  });

  test('the narrow gate holds back what only touches politics', () => {
    const text = `The minister of culture opened the new wing of the museum in Vienna, an official of the town said. ${COOKING.repeat(4)}`;
    expect(passes(text)).toBe(true);
    expect(passes(text, 'narrow')).toBe(false);
  });

  test('a short text needs less', () => {
    expect(passes('Talks in Geneva.')).toBe(true);
    expect(passes('New rings, new oven, no onions.')).toBe(false);
  });

  test('words within words are none', () => {
    expect(passes(`The warden of the wardrobe wore a reward. ${COOKING.repeat(3)}`)).toBe(false);
  });

  test('a title counts', () => {
    expect(judge({ title: 'Shelling near the lake', text: COOKING.repeat(3) }).passes).toBe(true);
  });
});

describe('other languages', () => {
  test.each([
    ['ru', 'Обе стороны сообщили об обстреле приграничных сёл минувшей ночью, перемирие продержалось меньше суток.'],
    ['uk', 'Сторони домовилися про перемир’я, але обстріли прикордонних сіл тривали всю ніч і ранок.'],
    ['hy', 'Երկու կողմերն էլ հայտարարեցին, որ գիշերը սահմանամերձ գյուղերը հրետանային գնդակոծության են ենթարկվել։'],
    ['ar', 'أعلن الجانبان أن وقف إطلاق النار لم يصمد سوى يوم واحد وأن القصف استمر طوال الليل على القرى الحدودية.'],
    ['es', 'Ambas partes dijeron que el alto el fuego duró menos de un día y que hubo bombardeos en la frontera.'],
    [
      'fr',
      'Les deux camps disent que le cessez-le-feu a duré moins d’un jour et que des obus sont tombés sur le village.',
    ],
    [
      'de',
      'Beide Seiten sagten, die Waffenruhe habe keinen Tag gehalten und es sei die ganze Nacht geschossen worden.',
    ],
    ['tr', 'İki taraf da ateşkesin bir günden az sürdüğünü ve sınır köylerinin bütün gece bombalandığını söyledi.'],
    [
      'az',
      'Hər iki tərəf bildirdi ki, atəşkəs bir gündən az davam edib və sərhəd kəndləri gecə boyu raket atəşinə tutulub.',
    ],
    ['fa', 'هر دو طرف گفتند که آتش بس کمتر از یک روز دوام آورد و روستاهای مرزی تمام شب زیر گلوله باران بودند.'],
    ['he', 'שני הצדדים אמרו שהפסקת האש החזיקה פחות מיום ושהכפרים לאורך הגבול הופגזו במשך כל הלילה.'],
    [
      'ka',
      'ორივე მხარემ განაცხადა, რომ ცეცხლის შეწყვეტა ერთ დღეზე ნაკლებს გაგრძელდა და საზღვრისპირა სოფლები მთელი ღამე იბომბებოდა.',
    ],
    [
      'pt',
      'Os dois lados disseram que o cessar-fogo durou menos de um dia e que as aldeias da fronteira foram bombardeadas toda a noite.',
    ],
    [
      'it',
      'Le due parti hanno detto che il cessate il fuoco è durato meno di un giorno e che i villaggi sono stati bombardati tutta la notte.',
    ],
  ])('%s passes', (language, text) => {
    expect(judge({ text: text.repeat(3) })).toMatchObject({ passes: true, language, basis: 'words' });
  });

  test.each([
    [
      'ru',
      'Рынок открывается по четвергам, и соседи приносят фрукты, сыр и цветы из своих садов, а дети танцуют у фонтана.',
    ],
    [
      'es',
      'El mercado abre los jueves y los vecinos traen fruta, queso y flores de sus huertos mientras los niños bailan.',
    ],
  ])('%s of market days is held back', (language, text) => {
    expect(judge({ text: text.repeat(3) })).toMatchObject({ passes: false, language });
  });

  test('a language without words passes unjudged', () => {
    const text =
      'De markt gaat elke donderdag open en de buren brengen fruit, kaas en bloemen uit hun tuinen mee. '.repeat(3);
    expect(judge({ text })).toMatchObject({ passes: true, language: 'nl', basis: 'no-words' });
  });
});

describe('the automaton finds what a plain search finds', () => {
  const words = ['war', 'war crime*', 'warn*', 'crime', 'rim', 'peace talk*', 'talks', 'él*'];
  const terms = words.map((pattern) => ({ id: pattern, patterns: [pattern], weight: 1 }));
  const automaton = automatonOf(terms);
  const found = (text: string): string[] => [...scan(automaton, new TextEncoder().encode(text), 1e9).terms].toSorted();

  test.each([
    ['war', ['war']],
    ['warned of WAR', ['war', 'warn*']],
    ['a war-crimes court', ['war', 'war crime*']],
    ['war: crime', ['crime', 'war', 'war crime*']],
    ['the rim of a crimean cup', ['rim']],
    ['peace,\n  talks', ['peace talk*', 'talks']],
    ['peace talk', ['peace talk*']],
    ['éléments', ['él*']],
    ['', []],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected.toSorted()));

  test('every form of the lists is found by itself', () => {
    const { english, others } = loadGate();
    for (const list of [english, ...others.values()]) {
      const all = automatonOf(list.map((term) => ({ ...term, weight: 0 })));
      for (const { id, patterns } of list)
        for (const pattern of patterns)
          expect(
            scan(all, new TextEncoder().encode(`x ${pattern.replace('*', '')} x`), 1e9).terms,
            `${id}: ${pattern}`,
          ).toContain(id);
    }
  });
});
