/** How a time of a record reads to people: dates and hours as they are, all else in words. */
import type { TimeRef } from '../../model/record.ts';

const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
};
const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'now',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
};
const ORDINALS = ['first', 'second', 'third', 'fourth'];
const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
const CLOCK_UNITS: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' };

/** "2022-09-13T09:00 Europe/Moscow", "about 2022-09-13T18:30", "autumn 2022", "2022-09-13, morning". */
export function timeLabel({ value, mod, zone }: TimeRef): string {
  const words = value.split('/').map(inWords).join(' to ');
  // The zone of a day or season tells nobody anything; that of an hour does
  const told = zone !== undefined && /T\d/.test(value) ? ` ${zone}` : '';
  return `${mod === 'APPROX' ? 'about ' : ''}${words}${told}`;
}

function inWords(value: string): string {
  const reference = REFERENCES[value];
  if (reference !== undefined) return reference;
  if (value.startsWith('P')) return lengthInWords(value);
  const [, year, rest = ''] = /^(\d{4})-([A-Z].*)$/.exec(value) ?? [];
  if (year !== undefined) return partOfYear(year, rest) ?? value;
  const [, day, part = ''] = /^(\d{4}-\d\d-\d\d)T([A-Z]{2})$/.exec(value) ?? [];
  if (day !== undefined) return `${day}, ${PARTS[part] ?? part}`;
  const [, decade, century] = /^(?:(\d{3})X|(\d\d)XX)$/.exec(value) ?? [];
  if (decade !== undefined) return `the ${decade}0s`;
  return century === undefined ? value : `the ${century}00s`;
}

function partOfYear(year: string, rest: string): string | undefined {
  const season = SEASONS[rest];
  if (season !== undefined) return `${season} ${year}`;
  const number = Number(rest.slice(1, 3));
  if (rest.startsWith('Q')) return `the ${ORDINALS[number - 1]} quarter of ${year}`;
  if (rest.startsWith('H')) return `the ${ORDINALS[number - 1]} half of ${year}`;
  if (!rest.startsWith('W')) return undefined;
  return `${rest.endsWith('WE') ? 'the weekend of ' : ''}week ${number} of ${year}`;
}

function lengthInWords(value: string): string {
  const match = /^P(T?)(\d+)([YMWDHS])$/.exec(value);
  if (match === null) return value;
  const [, clock, count, letter = ''] = match;
  const unit = (clock === 'T' ? CLOCK_UNITS : UNITS)[letter] ?? letter;
  return `${count} ${unit}${count === '1' ? '' : 's'}`;
}
