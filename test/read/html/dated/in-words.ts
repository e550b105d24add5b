/** Thirty styles that state the date to people alone: lines beside the headline in many orders, languages and zones. */
import { body, html, PARAGRAPHS, TITLE, traps, type Style } from './parts.ts';

/** A page of its own kind for each line; what stands before and behind the line differs. */
const FRAMES: readonly ((line: string) => string)[] = [
  (line) => `${traps.clock}<main><h1>${TITLE}</h1>${line}${body}</main>${traps.related}${traps.footer}`,
  (line) =>
    `<div id="page"><div class="kicker">Lake</div>${line}<h1 class="headline">${TITLE}</h1><p class="standfirst">Forty on board of the first boat.</p>${body}${traps.inText}</div>${traps.event}`,
  (line) => `<table><tr><td>${traps.archive}</td><td><h2>${TITLE}</h2>${line}${body}</td></tr></table>${traps.footer}`,
  (line) =>
    `<section class="story"><header><h1>${TITLE}</h1><div class="info"><span class="author">By A. Harbour</span>${line}</div></header><div class="story-body">${body}${traps.inText}</div></section>${traps.comments}`,
  (line) =>
    `<div class="news-item"><h1>${TITLE}</h1><ul class="facts"><li>Lake district</li><li>${line}</li><li>312 views</li></ul><div class="news-text">${PARAGRAPHS.join('<br><br>')}</div></div>${traps.related}`,
];

let next = 0;
/** A line in the next frame; without a date only the words around it are left. */
function shown(name: string, line: string, expected: string, without = ''): Style {
  const frame = FRAMES[next++ % FRAMES.length]!;
  return { name, page: (isDated) => html('', frame(isDated ? line : without)), expected };
}

export const IN_WORDS: readonly Style[] = [
  shown('13 September 2022', '<div class="date">13 September 2022</div>', '2022-09-13'),
  shown('September 13, 2022', '<p class="meta">September 13, 2022</p>', '2022-09-13'),
  shown('weekday, short month, clock', '<span class="when">Tue 13 Sep 2022 10.25 BST</span>', '2022-09-13T10:25'),
  shown(
    'American clock with a zone',
    '<div class="timestamp">Sept. 13, 2022, 2:25 a.m. EDT</div>',
    '2022-09-13T02:25-04:00',
    '<div class="timestamp">2:25 a.m. EDT</div>',
  ),
  shown('a clock before the date', '10:25 GMT+4, 13 September 2022', '2022-09-13T10:25+04:00', '10:25 GMT+4'),
  shown('agency clock', '<div class="stamp">0625 GMT, 13 Sep 2022</div>', '2022-09-13T06:25Z'),
  shown('Moscow time', '<p class="date">13 Sep 2022, 09:25 MSK</p>', '2022-09-13T09:25+03:00'),
  shown('ISO date', '<span class="news-date">2022-09-13 10:25</span>', '2022-09-13T10:25'),
  shown('dots, day first', '<div class="date">13.09.2022, 10:25</div>', '2022-09-13T10:25'),
  shown('slashes that can be read in one way', '<i>13/09/2022</i>', '2022-09-13', '<i>09/10/2022</i>'),
  shown('year first with slashes', '<div class="pub">2022/09/13 10:25</div>', '2022-09-13T10:25'),
  shown(
    'published and updated',
    '<p class="dates">Published 13 September 2022 | Updated 20 September 2022</p>',
    '2022-09-13',
    '<p class="dates">Updated 20 September 2022</p>',
  ),
  shown(
    'updated and published',
    '<p class="dates">Last updated: 20 Sep 2022 – First published: 13 Sep 2022</p>',
    '2022-09-13',
    '<p class="dates">Last updated: 20 Sep 2022</p>',
  ),
  shown(
    'posted on',
    '<div class="info">Posted on September 13th, 2022 by Harbour Desk</div>',
    '2022-09-13',
    '<div class="info">Posted by Harbour Desk</div>',
  ),
  shown('in pieces', '<b>13</b> <span>Sep</span> <em>2022</em>', '2022-09-13', '<b>13</b> <span>Sep</span>'),
  shown(
    'Russian',
    '<div class="date">13 сентября 2022, 10:25</div>',
    '2022-09-13T10:25',
    '<div class="date">сегодня, 10:25</div>',
  ),
  shown(
    'Russian with a change',
    '<div class="date">Опубликовано: 13 сентября 2022 г. Обновлено: 20 сентября 2022 г.</div>',
    '2022-09-13',
    '<div class="date">Обновлено: 20 сентября 2022 г.</div>',
  ),
  shown('Ukrainian', '<div class="date">13 вересня 2022, 10:25</div>', '2022-09-13T10:25'),
  shown('Armenian', '<div class="date">13 սեպտեմբերի, 2022, 10:25</div>', '2022-09-13T10:25'),
  shown('Azerbaijani', '13 sentyabr 2022, 10:25', '2022-09-13T10:25'),
  shown('Turkish', '<time>13 Eylül 2022 - 10:25</time>', '2022-09-13T10:25', '<time>Salı 10:25</time>'),
  shown('Arabic', '<div class="date">13 سبتمبر 2022</div>', '2022-09-13'),
  shown('Arabic digits, months of the Levant', '<div class="date">نشر في: ١٣ أيلول ٢٠٢٢</div>', '2022-09-13'),
  shown('Persian name of a Gregorian month', '<span class="date">۱۳ سپتامبر ۲۰۲۲</span>', '2022-09-13'),
  shown(
    'French',
    'Publié le 13 septembre 2022 à 10h25, mis à jour le 20 septembre 2022',
    '2022-09-13T10:25',
    'Mis à jour le 20 septembre 2022',
  ),
  shown('German', '<p class="date">13. September 2022, 10:25 Uhr</p>', '2022-09-13T10:25'),
  shown('Spanish', '<div class="date">13 de septiembre de 2022</div>', '2022-09-13'),
  shown('Hungarian, year first', '<div class="date">2022. szeptember 13. 10:25</div>', '2022-09-13T10:25'),
  shown('Chinese', '<div class="date">2022年9月13日 10:25</div>', '2022-09-13T10:25'),
  shown('Georgian', '13 სექტემბერი 2022', '2022-09-13'),
];
