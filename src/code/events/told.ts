/** What a sentence tells of an act: a promise, a threat, a refusal, or no event at all. */
import type { EventEntry, Turn } from '../../lexicon/events.ts';
import type { Clause, VerbGroup } from '../../model/doc.ts';
import { PLOVER_QUAD, type PloverEvent, type ToldType } from '../../model/vocabulary.ts';
import type { CodeContext } from '../support/context.ts';

/** Category of what is told by a clause with this verb. "Will send aid" is a promise, "will not release them" a refusal. */
export function toldBy(
  context: CodeContext,
  entry: EventEntry,
  type: ToldType,
  clause: Clause,
  verb: VerbGroup,
): ToldType {
  const told = entry.told ?? type;
  if (told === 'STATEMENT' || isMereAppeal(context, entry, clause)) return 'STATEMENT';
  const governor = governorOf(context, verb);
  if (governor === 'weigh') return 'STATEMENT';
  // who tried to kill has attacked; who tried to help has not helped
  if (governor === 'attempt') return told !== 'REJECT' && PLOVER_QUAD[told] === 'MX' ? told : 'STATEMENT';
  if (governor === 'fail') return isCooperative(told) ? 'REJECT' : 'STATEMENT';
  if (governor === 'commit' || isAhead(clause, verb)) return ahead(told, verb.negated);
  if (verb.negated) return isCooperative(told) ? 'REJECT' : 'STATEMENT';
  return told;
}

export const isFuture = ({ tense, modal }: VerbGroup): boolean => tense === 'future' || modal === 'would';

/** Future, or the infinitive of a headline: "Xia to send observers". */
const isAhead = ({ role }: Clause, verb: VerbGroup): boolean =>
  isFuture(verb) || (role === 'main' && verb.form === 'infinitive');

const isCooperative = (type: PloverEvent): boolean => PLOVER_QUAD[type] === 'VC' || PLOVER_QUAD[type] === 'MC';

function ahead(type: PloverEvent, negated: boolean): PloverEvent {
  if (isCooperative(type)) return negated ? 'REJECT' : 'AGREE';
  if (PLOVER_QUAD[type] === 'MX' || type === 'REJECT') return negated ? 'AGREE' : 'THREATEN';
  return type;
}

/** The word that rules over an infinitive or gerund and is no event itself: "is [willing] to", "[failed] to", "is [considering]". */
function governorOf({ doc, lexicons }: CodeContext, verb: VerbGroup): Turn | undefined {
  if (verb.form !== 'infinitive' && verb.form !== 'gerund') return undefined;
  let at = verb.first;
  while (at > 0 && (doc.tokens[at]!.lower === 'to' || doc.tokens[at - 1]!.lower === 'to')) at -= 1;
  if (doc.tokens[at]?.lower === 'to' || at === verb.first) at -= 1;
  while (at > 0 && doc.tokens[at]!.pos === 'ADV') at -= 1;
  const turn = at < 0 ? undefined : lexicons.events.turns.get(doc.tokens[at]!.lemma);
  return turn === 'do' || turn === 'stop' ? undefined : turn;
}

/** Matters of war, for which an appeal is a REQUEST and more than a comment. */
const OF_WAR: ReadonlySet<ToldType> = new Set(['ASSAULT', 'RETREAT', 'CONSULT', 'MOBILIZE', 'CONCEDE']);
const WAR_WORDS: ReadonlySet<string> = new Set(
  'ceasefire cease-fire truce restraint fighting violence hostility war troop peace military weapon arm disarm withdraw peacekeeper negotiate talk'.split(
    ' ',
  ),
);

/**
 * An appeal is a REQUEST where it asks for restraint, talks, troops or help in a war; asking for reforms or votes is a
 * comment. Demands and orders are REQUESTs whatever they ask for.
 */
function isMereAppeal({ doc, lexicons }: CodeContext, { appeal }: EventEntry, { first, last }: Clause): boolean {
  if (appeal !== true) return false;
  for (let at = first; at <= last; at++) {
    const { lemma } = doc.tokens[at]!;
    if (WAR_WORDS.has(lemma)) return false;
    const entry = lexicons.events.nouns.get(lemma)?.at(-1)?.entry;
    if (entry !== undefined && entry.objectOnly !== true && OF_WAR.has(entry.event)) return false;
  }
  return true;
}

/** What stopping an act is: ending aid is a SANCTION, ending a strike or an embargo CONCEDE, ending attacks RETREAT. */
export const STOPPED: Readonly<Record<PloverEvent, PloverEvent>> = {
  AGREE: 'REJECT',
  CONSULT: 'REJECT',
  SUPPORT: 'REJECT',
  CONCEDE: 'REJECT',
  RETREAT: 'REJECT',
  AID: 'SANCTION',
  COOPERATE: 'SANCTION',
  SANCTION: 'CONCEDE',
  COERCE: 'CONCEDE',
  PROTEST: 'CONCEDE',
  REQUEST: 'CONCEDE',
  ACCUSE: 'CONCEDE',
  THREATEN: 'CONCEDE',
  REJECT: 'CONCEDE',
  MOBILIZE: 'RETREAT',
  ASSAULT: 'RETREAT',
};
