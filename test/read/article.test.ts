import { describe, expect, test } from 'vitest';
import { articleOf, paragraphsIn } from '../support/article.ts';

const BODY =
  'GULU, Uganda, May 3 (Sample Wire) - The army and the rebels have stopped shooting along the river, both said on Monday.\n\nNo shell has fallen since noon, a village elder told visitors.';
const PARAGRAPHS = [
  'The army and the rebels have stopped shooting along the river, both said on Monday.',
  'No shell has fallen since noon, a village elder told visitors.',
];

describe('what stands above the text', () => {
  test('headline, deck, dateline', () => {
    const article = articleOf(
      `Guns silent along river\n\nElders of three villages say they slept for the first time in a week\n\n${BODY}`,
    );
    expect(article.headline?.text).toBe('Guns silent along river');
    expect(article.deck?.text).toBe('Elders of three villages say they slept for the first time in a week');
    expect(article.dateline).toMatchObject({ place: 'Gulu', region: 'Uganda', agency: 'Sample Wire' });
    expect(article.outlet).toBe('Sample Wire');
    expect(paragraphsIn(article)).toEqual(PARAGRAPHS);
  });

  test.each([
    ['ATTENTION - ADDS elder, background ///', 'Guns silent along river'],
    ['ATTENTION - RECASTS, UPDATES toll', 'Guns silent along river'],
    ['(Adds quotes, details)', 'Guns silent along river'],
    ['(Corrects name of river in first paragraph)', 'Guns silent along river'],
    ['Uganda-rebels-truce-river', 'Guns silent along river'],
    ['URGENT', 'Guns silent along river'],
  ])('a slug line: %s', (slug, headline) => {
    for (const head of [`${slug}\n\n${headline}`, `${headline}\n\n${slug}`]) {
      const article = articleOf(`${head}\n\n${BODY}`);
      expect(article.slugs.map(({ text }) => text)).toEqual([slug]);
      expect(article.headline?.text).toBe(headline);
      expect(paragraphsIn(article)).toEqual(PARAGRAPHS);
    }
  });

  test.each([
    ['URGENT: Guns silent along river', ['URGENT:']],
    ['UPDATE 2-Guns silent along river', ['UPDATE 2-']],
    ['RPT-UPDATE 1-Guns silent along river', ['RPT-', 'UPDATE 1-']],
    ['(1st LD) Guns silent along river', ['(1st LD)']],
    ['CORRECTED - Guns silent along river', ['CORRECTED -']],
    ['Guns silent along river (UPDATED)', ['(UPDATED)']],
  ])('a label on the headline: %s', (line, labels) => {
    const article = articleOf(`${line}\n\n${BODY}`);
    expect(article.slugs.map(({ text }) => text)).toEqual(labels);
    expect(article.headline?.text).toBe('Guns silent along river');
  });

  test.each([
    'All news',
    'Share on Facebook',
    'Home » World » Africa',
    '3 min read',
    'Read also: Flood warning lifted',
    '2,310 views',
  ])('page furniture: %s', (line) => {
    const article = articleOf(`${line}\n\nGuns silent along river\n\n${BODY}\n\n${line}`);
    expect(article.chrome.map(({ text }) => text)).toEqual([line, line]);
    expect(article.headline?.text).toBe('Guns silent along river');
    expect(paragraphsIn(article)).toEqual(PARAGRAPHS);
  });

  test('furniture in the middle of the text', () => {
    const article = articleOf(BODY.replace('\n\n', '\n\nAdvertisement\n\n'));
    expect(article.chrome.map(({ text }) => text)).toEqual(['Advertisement']);
    expect(paragraphsIn(article)).toEqual(PARAGRAPHS);
  });

  test.each(['By A. N. Author', 'By Ann Author and Bob Writer, Sample Wire', 'BY ANN AUTHOR'])(
    'a byline: %s',
    (byline) => {
      const article = articleOf(`Guns silent along river\n\n${byline}\n\n${BODY}`);
      expect(article.byline?.text).toBe(byline);
      expect(article.deck).toBeUndefined();
    },
  );

  test('a sentence that begins with “by” is no byline', () => {
    const article = articleOf('Guns silent along river\n\nBy noon both sides had left the bridge\n\n' + BODY);
    expect(article.byline).toBeUndefined();
    expect(article.deck?.text).toBe('By noon both sides had left the bridge');
  });

  test.each([
    ['May 3, 2004', '2004-05-03'],
    ['Published: Monday, 3 May 2004, 14:20 GMT', '2004-05-03'],
    ['POSTED 03.05.2004 14:20', '2004-05-03'],
  ])('a line that is only a date: %s', (stamp, date) => {
    const article = articleOf(
      `Guns silent along river\n${stamp}\nThe army and the rebels have stopped shooting along the river, both said.`,
    );
    expect(article.dateline).toMatchObject({ date });
    expect(article.headline?.text).toBe('Guns silent along river');
    expect(paragraphsIn(article)).toEqual([
      'The army and the rebels have stopped shooting along the river, both said.',
    ]);
  });

  test('the day of an update is not the day of publication', () => {
    const article = articleOf(
      'Guns silent along river\nLast updated: May 9, 2004\nThe army and the rebels have stopped shooting.',
    );
    expect(article.dateline).toBeUndefined();
    expect(article.headline?.text).toBe('Guns silent along river');
  });

  test('a stamp gives the dateline its year', () => {
    expect(articleOf(`Guns silent\n\n3 May 2004\n\n${BODY}`).dateline).toMatchObject({
      place: 'Gulu',
      date: '2004-05-03',
    });
    expect(articleOf(`Guns silent\n\n9 June 2004\n\n${BODY}`).dateline?.date).not.toBe('2004-06-09');
  });
});

describe('titles', () => {
  test.each([
    ['Truce holds along river — Defense Ministry', 'Defense Ministry'],
    ['Truce holds along river - UN envoy', 'UN envoy'],
    ['Truce holds along river: army spokesman', 'army spokesman'],
    ['Minister: no troops on the ridge', 'Minister'],
    ['Army names losses: two killed at the bridge', undefined],
    ['Truce holds - two killed at the bridge', undefined],
  ])('%s has source %s', (headline, source) => {
    expect(articleOf(`${headline}\n\n${BODY}`).headlineSource?.text).toBe(source);
  });

  test('a separate title is no part of the text', () => {
    const article = articleOf(BODY, { title: 'Guns silent along river' });
    expect(article.headline).toBeUndefined();
    expect(paragraphsIn(article)).toEqual(PARAGRAPHS);
  });

  test('a separate title that the text repeats is its headline', () => {
    const text = 'Guns silent along river.\n\nThe army and the rebels have stopped shooting, both said.';
    expect(articleOf(text, { title: 'Guns silent along river' }).headline?.text).toBe('Guns silent along river.');
    expect(articleOf(text, { title: 'Another title' }).headline).toBeUndefined();
  });

  test('without a dateline a line without a stop above running text is the headline', () => {
    const article = articleOf(
      'Guns silent along river\n\nThe army and the rebels have stopped shooting along the river, both said.',
    );
    expect(article.headline?.text).toBe('Guns silent along river');
  });

  test.each([
    'The army and the rebels have stopped shooting.\n\nNo shell has fallen since noon, a village elder told visitors.',
    'The army said:\n\nNo shell has fallen since noon, a village elder told visitors.',
    'The army and the rebels have stopped shooting',
  ])('no headline in %j', (text) => {
    expect(articleOf(text).headline).toBeUndefined();
    expect(paragraphsIn(articleOf(text)).join('\n\n')).toBe(text);
  });

  test('datelines far down belong to items of a list', () => {
    const items = Array.from(
      { length: 7 },
      (_, i) => `Item ${i} tells in a few words what happened on that day in the valley.`,
    );
    const article = articleOf(`${items.join('\n\n')}\n\n${BODY}`);
    expect(article.headline).toBeUndefined();
    expect(article.paragraphs.length).toBe(9);
  });
});

describe('what stands below the text', () => {
  test.each([
    ['(END)', undefined],
    ['ENDS', undefined],
    ['Enditem', undefined],
    ['-0-', undefined],
    ['###', undefined],
    ['ab-cd/ef', undefined],
    ['(Reporting by Ann Author; Editing by Bob Writer)', undefined],
    ['© 2004 Sample Wire. All rights reserved.', 'Sample Wire'],
    ['Copyright Sample Desk', 'Sample Desk'],
    ['Contact: newsroom@wire.example', undefined],
  ])('%s', (line, holder) => {
    const article = articleOf(`${BODY.replace(' (Sample Wire)', '')}\n\n${line}\n`);
    expect(article.signOff?.text).toBe(line);
    expect(article.outlet).toBe(holder);
    expect(paragraphsIn(article)).toEqual(PARAGRAPHS);
  });

  test.each(['   ab/cd', ' Enditem', ' (ENDS)', ' -0-'])('on the last line: %j', (mark) => {
    const article = articleOf(BODY + mark);
    expect(article.signOff?.text).toBe(mark.trim());
    expect(paragraphsIn(article)).toEqual(PARAGRAPHS);
  });

  test('several lines together', () => {
    const article = articleOf(`${BODY}\n\nab/cd\n\n© Sample Wire\n`);
    expect(article.signOff?.text).toBe('ab/cd\n\n© Sample Wire');
  });

  test('a sentence with a slash is not cut', () => {
    expect(articleOf('They may keep it and/or hand it over').signOff).toBeUndefined();
    expect(articleOf(`${BODY}\n\nThe source gave no name.`).signOff).toBeUndefined();
  });

  test('a report is never all sign-off', () => {
    expect(paragraphsIn(articleOf('Copyright Sample Desk\n\nENDS'))).toEqual(['Copyright Sample Desk']);
  });
});

describe('paragraphs', () => {
  const first = 'The army and the rebels have stopped shooting along the river, both said on Monday.';
  const second = 'No shell has fallen since noon, a village elder told visitors.';
  test.each([
    ['blank lines', `${first}\n\n${second}`, [first, second]],
    ['Windows line ends', `${first}\r\n\r\n${second}\r\n`, [first, second]],
    ['old Mac line ends', `${first}\r\r${second}`, [first, second]],
    ['one line each', `${first}\n${second}`, [first, second]],
    ['white space in the blank line', `${first}\n \t\n${second}`, [first, second]],
    ['a single line', first, [first]],
    ['a list', 'Killed: 4\nWounded: 9\nMissing: 2', ['Killed: 4', 'Wounded: 9', 'Missing: 2']],
  ])('by %s', (_, text, expected) => {
    expect(paragraphsIn(articleOf(text))).toEqual(expected);
  });

  test('wrapped lines are one paragraph', () => {
    const wrapped =
      'The army and the rebels have stopped shooting along\nthe river, both said on Monday, and the elders of the\nthree villages slept.';
    expect(paragraphsIn(articleOf(`${wrapped}\n\n${second}`))).toEqual([wrapped, second]);
  });

  test('indented first lines part paragraphs of wrapped copy', () => {
    const text =
      '   The army and the rebels have stopped shooting along\nthe river, both said on Monday.\n   No shell has fallen since noon, a village elder told\nvisitors.';
    expect(articleOf(text).paragraphs).toHaveLength(2);
  });
});

describe('language', () => {
  test.each([
    ['en', 'The army and the rebels have stopped shooting along the river, both of them said on Monday.'],
    ['ru', 'Армия и повстанцы прекратили огонь вдоль реки, сообщили обе стороны в понедельник вечером.'],
    ['fr', 'L’armée et les rebelles ont cessé de tirer le long de la rivière, ont annoncé lundi les deux camps.'],
    ['tr', 'Ordu ile isyancılar nehir boyunca ateşi kestiklerini pazartesi günü duyurdu, köylüler de bunu doğruladı.'],
    ['hy', 'Բանակը և ապստամբները դադարեցրել են կրակը գետի երկայնքով, հայտնել են երկու կողմերն էլ երկուշաբթի օրը։'],
    ['nl', 'Het leger en de rebellen zijn gestopt met schieten langs de rivier, zo zeiden beide partijen op maandag.'],
    ['und', 'Ok. 12:30'],
  ])('%s', (language, text) => {
    expect(articleOf(text).language).toBe(language);
  });
});
