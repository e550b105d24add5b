/** Meetings that are put off, moved or called off: "the session of the council has been postponed to 27 September". */
import type { Clause, TimeMention } from '../../model/doc.ts';
import type { MeetingStatus } from '../../model/record.ts';
import type { EventMention } from '../events/event.ts';
import { patientPhrases, timesIn, verbOf, type CodeContext } from './context.ts';
import { NOUNS } from './meeting-words.ts';
import { isToldClause } from './reality.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const OFF = words('cancel scrap scratch abandon');
const MOVED = words('postpone delay reschedule move adjourn shift defer');

export interface Fate {
  readonly status: MeetingStatus;
  /** The new time, where one is given. */
  readonly time?: TimeMention;
}

/** What a clause does to a meeting that was announced; undefined when it does nothing of the kind. */
export function fateOf(context: CodeContext, clause: Clause): Fate | undefined {
  const { lemma, particle, negated } = verbOf(context, clause);
  if (negated) return undefined;
  if (OFF.has(lemma) || (lemma === 'call' && particle === 'off')) return { status: 'cancelled' };
  if (!MOVED.has(lemma) && !(particle === 'off' && lemma === 'put') && !(particle === 'back' && lemma === 'put'))
    return undefined;
  const time = newTime(context, clause);
  return time === undefined ? { status: 'cancelled' } : { status: 'planned', time };
}

/** "to 27 September", "until Monday". */
const newTime = (context: CodeContext, clause: Clause): TimeMention | undefined =>
  timesIn(context, clause).find(
    ({ start, type, value }) =>
      (type === 'DATE' || type === 'TIME') &&
      /^\d{4}/.test(value) &&
      /\b(?:to|until|till|for)\s+(?:the\s+)?$/i.test(context.doc.text.slice(Math.max(0, start - 14), start)),
  );

/** The meetings that a report tells to be moved or called off, as events that the rule of meetings reads. */
export function calledOff(context: CodeContext): EventMention[] {
  const { doc } = context;
  return doc.clauses.flatMap((clause, index): EventMention[] => {
    if (fateOf(context, clause) === undefined || !isToldClause(context, clause)) return [];
    const at = patientPhrases(context, clause).find((one) => NOUNS.has(doc.tokens[doc.phrases[one]!.head]!.lemma));
    if (at === undefined) return [];
    const { start, end } = doc.phrases[at]!;
    return [
      {
        type: 'CONSULT',
        told: 'CONSULT',
        mode: [],
        context: [],
        trigger: { start, end },
        extent: clause,
        clause: index,
        sense: 'called-off',
        source: doc.actors.filter((actor) => actor.start >= start && actor.end <= clause.end && actor.start < end + 60),
        target: [],
        sourcePhrases: [],
        targetPhrases: [],
        negated: false,
        future: false,
        nominal: true,
        reciprocal: false,
      },
    ];
  });
}
