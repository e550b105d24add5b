/** What field a report is from: in sport, "X beat Y" and "a goal attack" are no acts of force. */
import type { Doc } from '../../model/doc.ts';

const SPORT: ReadonlySet<string> = new Set(
  `athlete athletics badminton baseball basketball batsman bowler boxer boxing championship championships coach
  cricket cup defender defenders doubles equaliser equalizer final finals fixture football footballer forward goal
  goalkeeper goals golf gymnastics hockey innings inning kickoff league leg marathon match matches medal medals medallist
  medalist midfielder olympic olympics overs par penalty pitch play playoff playoffs quarterfinal quarterfinals
  quarter referee rugby runs scored scorer season seed seeded seeds semifinal semifinals semi shootout singles soccer
  sprinter squad squash stadium striker strikers swimmer tennis title tournament trophy umpire volleyball wicket
  wickets winger wrestler`.split(/\s+/),
);
/** Different words of sport that make a report one of sport, and their share of all its words. */
const ENOUGH = 5;
const SHARE = 0.02;

/** Whether the report is about sport. */
export function isSport({ words }: Doc): boolean {
  const kinds = new Set<string>();
  let count = 0;
  for (const { norm } of words) {
    if (!SPORT.has(norm)) continue;
    kinds.add(norm);
    count++;
  }
  return kinds.size >= ENOUGH && count / words.length > SHARE;
}
