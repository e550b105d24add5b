/**
 * Writes `lexicons/en/month-names.jsonl`: names of months in the languages of news, as Unicode CLDR has them in the
 * ICU data of the Node that runs this. A wording that stands for two months in two languages (listopad) is left out.
 */
import { writeFileSync } from 'node:fs';
import { fold } from '../src/lexicon/words.ts';

const LANGUAGES =
  'ar ar-LB az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ka kk ky lt lv mk ms nb nl pl ps pt ro ru sk sl sq sr sv sw ta tg tr uk ur uz vi'.split(
    ' ',
  );
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2022, month, 15)));

/** Forms by month, in the style of a whole date and by themselves, in full and short. */
function formsOf(language: string, date: Date): string[] {
  const tag = `${language}-u-ca-gregory-nu-latn`;
  const month = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
      .formatToParts(date)
      .find(({ type }) => type === 'month')?.value ?? '';
  const forms = (['long', 'short'] as const).flatMap((style) => [
    month({ month: style, day: 'numeric', year: 'numeric' }),
    month({ month: style }),
  ]);
  return [...new Set(forms.map((form) => fold(form.replace(/\.$/, '')).trim()))].filter((form) =>
    /^[\p{L}\p{M}]{3,}$/u.test(form.normalize('NFC')),
  );
}

const meanings = new Map<string, Set<number>>();
const rows = LANGUAGES.flatMap((language) =>
  MONTHS.map((date, month) => ({ language, month: month + 1, forms: formsOf(language, date) })),
);
for (const { forms, month } of rows)
  for (const form of forms) meanings.set(form, (meanings.get(form) ?? new Set()).add(month));

const lines = rows
  .map(({ language, month, forms }) => ({
    id: `${language.toLowerCase()}-${String(month).padStart(2, '0')}`,
    forms: forms.filter((form) => meanings.get(form)!.size === 1),
    month,
    source: 'Unicode CLDR, as of ICU in Node 26',
  }))
  .filter(({ forms }) => forms.length > 0)
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));
const header = {
  lexicon: 'month-names',
  origin:
    'Made by scripts/build-month-names.ts from Unicode CLDR (Unicode License v3). Do not edit by hand. For dates that pages print.',
  gaps: 'Wordings that two languages use for different months are left out; calendars other than the Gregorian are not read.',
};
writeFileSync(
  new URL('../lexicons/en/month-names.jsonl', import.meta.url),
  [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''),
);
