/** Dates and instants as keys that sort: instants in UTC to the second, dates as they stand. */

/** `2022-09-14T11:42:00+04:00` becomes `2022-09-14T07:42:00Z`; a date stays one. */
export function sortable(moment: string | undefined): string {
  if (moment === undefined) return '';
  if (!moment.includes('T') || moment.endsWith('Z')) return moment;
  const at = Date.parse(moment);
  return Number.isNaN(at) ? moment : new Date(at).toISOString().replace('.000Z', 'Z');
}

/** The upper end of a range: a date or a shorter prefix means all of it. */
export const endOf = (moment: string): string => (moment.includes('T') ? sortable(moment) : `${moment}~`);
