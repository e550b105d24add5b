/** Forces that are sent to keep a peace, train or rescue give help: their moves are AID, not MOBILIZE or a visit. */
import type { EventEntry } from '../../lexicon/events.ts';
import type { Clause } from '../../model/doc.ts';
import { actorsOfPhrases, type CodeContext } from '../support/context.ts';

const MISSION: ReadonlySet<string> = new Set(
  'peacekeeping peacekeeper peace-keeping peacekeep observer monitor ceasefire humanitarian relief rescue evacuate evacuation train training'.split(
    ' ',
  ),
);

/** Whether the act is a move of forces, and what goes with it tells of such a mission. */
export function isMission(context: CodeContext, entry: EventEntry, clause: Clause): boolean {
  const isVisit = entry.event === 'CONSULT' && entry.mode.includes('visit');
  if (!isVisit && !(entry.event === 'MOBILIZE' && entry.mode.includes('troops'))) return false;
  if (isVisit && !actorsOfPhrases(context, clause.subjects).some(({ code }) => code.includes('MIL'))) return false;
  const { tokens } = context.doc;
  for (let at = clause.first; at <= clause.last; at++)
    if (MISSION.has(tokens[at]!.lemma) || MISSION.has(tokens[at]!.lower)) return true;
  return false;
}
