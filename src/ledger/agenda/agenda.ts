/** What was announced, when it is due, and what came of it as of a moment. */
import type { AgendaItem } from '../../model/ledger.ts';
import type { Core } from '../entry/entry.ts';
import type { Item } from '../item.ts';
import { byText } from '../keys.ts';
import { meetingItems } from './meetings.ts';
import { planItems } from './plans.ts';

/** The agenda as of `moment`: meetings that somebody announced, and plans, by due time. */
export function agendaOf(
  meetings: readonly Core[],
  plans: readonly Core[],
  moment: number,
  coreOf: (item: Item) => Core,
): AgendaItem[] {
  const items = [...meetingItems(meetings, moment), ...planItems(plans, meetings, moment, coreOf)];
  return items.sort((a, b) => byText(a.earliest ?? '9', b.earliest ?? '9') || byText(a.entry, b.entry));
}
