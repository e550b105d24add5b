/** How instants, dates and counts read. The zone is the reader's choice and is always named. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (known === undefined) formats.set(key, (known = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })));
  return known;
}

const isInstant = (value: string): boolean => value.includes('T') && /(?:Z|[+-]\d\d:\d\d)$/.test(value);

/** "13 Sept 2022, 09:00", or the date alone where no clock time is known. */
export function moment(value: string | undefined, zone: string): string {
  if (value === undefined) return 'unknown';
  if (!isInstant(value)) return day(value);
  return format(zone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(value),
  );
}

/** "13 Sept 2022" of an ISO date or instant; shorter prefixes stay as short. */
export function day(value: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value) ?? [];
  if (year === undefined) return value;
  if (month === undefined) return year;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, date === undefined ? 1 : Number(date)));
  return format('UTC', { month: 'short', year: 'numeric', ...(date !== undefined && { day: 'numeric' }) }).format(at);
}

export const clock = (instant: string, zone: string): string =>
  format(zone, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

/** "UTC+4" of a zone at an instant. */
export function offset(zone: string, instant: string | undefined): string {
  const at = instant === undefined ? new Date(0) : new Date(instant);
  const part = format(zone, { timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return (part ?? 'UTC').replace('GMT', 'UTC');
}

/** "16 h" or "8 d 4 h". */
export function hours(count: number): string {
  const whole = Math.round(count);
  if (whole < 48) return `${whole} h`;
  return `${Math.floor(whole / 24)} d ${whole % 24} h`;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** First letter up: "in force" to "In force". */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
