/** What field a report is from: in sport, "X beat Y" and "a goal attack" are no acts of force; a private crime is none of a conflict. */
import { sieveOf } from '../../lexicon/word-table.ts';
import type { ActorMention, Doc } from '../../model/doc.ts';

const SPORT: ReadonlySet<string> = new Set(
  `athlete athletics badminton baseball basketball batsman bowler boxer boxing championship championships coach
  cricket cup defender defenders doubles equaliser equalizer final finals fixture football footballer forward goal
  goalkeeper goals golf gymnastics hockey innings inning kickoff league leg marathon match matches medal medals medallist
  medalist midfielder olympic olympics overs par penalty pitch play playoff playoffs quarterfinal quarterfinals
  quarter referee rugby runs scored scorer season seed seeded seeds semifinal semifinals semi shootout singles soccer
  sprinter squad squash stadium striker strikers swimmer tennis title tournament trophy umpire volleyball wicket
  wickets winger wrestler`.split(/\s+/),
);
const maySport = sieveOf(SPORT);
/** Different words of sport that make a report one of sport, and their share of all its words. */
const ENOUGH = 5;
const SHARE = 0.02;

/** Whether the report is about sport. */
export function isSport({ words }: Doc): boolean {
  const kinds = new Set<string>();
  let count = 0;
  for (const { norm, hash } of words) {
    if (!maySport(hash) || !SPORT.has(norm)) continue;
    kinds.add(norm);
    count++;
  }
  return kinds.size >= ENOUGH && count / words.length > SHARE;
}

const CRIME: ReadonlySet<string> = new Set(
  `accomplice bail boyfriend convicted conviction coworker coworkers crimes defendant defendants detective detectives
  felony gang gangs girlfriend handcuffs heist homicide indicted indictment inmate jail jury killer manslaughter motive
  murder murdered murders neighbor neighborhood neighbors neighbour neighbours perpetrator plea pleaded precinct
  prosecutor prosecutors rampage reward robber robbers robbery sentenced sheriff shooter shooters stabbed stabbing
  suspect suspicious suspects thug thugs trial`.split(/\s+/),
);
const mayCrime = sieveOf(CRIME);
/** Different words of crime in a report that make it one of crime, where nobody fights anybody. */
const CRIMES = 3;

/** Whether the report tells of private people's crimes: words of courts and police work, and no armed side. */
export function isPrivateCrime({ words, actors }: Doc): boolean {
  if (actors.some(isArmedSide)) return false;
  const kinds = new Set<string>();
  for (const { norm, hash } of words) if (mayCrime(hash) && CRIME.has(norm)) kinds.add(norm);
  return kinds.size >= CRIMES;
}

/** Those whom crime reports know as well: "the gunman", "a bomber", "officers". */
const ANYBODY =
  /:(?:gunm[ae]n|attackers?|assailants?|robbers?|kidnappers?|abductors?|hijackers?|bombers?|shooters?|snipers?|officers?|sergeants?|veterans?|killers?)$/;

const isArmedSide = ({ code, type, key }: ActorMention): boolean =>
  type !== 'person' && type !== 'role' && / (?:MIL|REB|SEP|INS|PRM|UAF)\b/.test(code) && !ANYBODY.test(key);
