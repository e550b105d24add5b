/**
 * Dates a report by its address, where neither page nor text states a day: many sites file their reports by day
 * (`/2022/09/13/`). That is inferred and says so; an address that the text or the capture contradicts dates nothing.
 */
import type { Published } from '../../model/article.ts';
import { parseDay } from '../../model/calendar.ts';

interface Parts {
  readonly url?: string;
  readonly notAfter?: string;
}

const SLASHES = /\/((?:19|20)\d\d)\/([01]?\d|[a-z]{3})\/([0-3]?\d)(?=\/|$)/i;
const HYPHENS = /[/-]((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?=[/-]|\.html?$|$)/;
const DIGITS = /\/((?:19|20)\d\d)([01]\d)([0-3]\d)(?=\/|-|_|\.html?$|$)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day in the address; `told` is what the text leaves open, which must not be against it. */
export function dateByAddress({ url, notAfter }: Parts, told?: Published): Published | undefined {
  const day = url === undefined ? undefined : dayInAddress(url);
  if (day === undefined || (notAfter !== undefined && day > notAfter.slice(0, 10))) return undefined;
  if (told !== undefined && told.candidates.length > 0 && !told.candidates.includes(day)) return undefined;
  const basis = [...(told?.basis ?? []), { rule: 'address-date', note: 'inferred from the address, not stated' }];
  return { value: day, precision: 'day', basis, candidates: [day] };
}

function dayInAddress(url: string): string | undefined {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? '';
  const match = SLASHES.exec(path) ?? HYPHENS.exec(path) ?? DIGITS.exec(path);
  if (match === null) return undefined;
  const [, year = '', month = '', date = ''] = match;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const day = `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return number > 0 && parseDay(day) !== undefined ? day : undefined;
}
