/** Verbs that ask for help: "asked X for help", "seeks assistance from X", "turned to X", "appealed to X to intervene". */
import type { ActorMention, Clause } from '../../model/doc.ts';
import { cover, type Span } from '../../model/span.ts';
import { actorsOfPhrases, clausesIn, isCountryCode, verbOf, within, type CodeContext } from './context.ts';

export interface Asking {
  readonly clause: Clause;
  /** The verb, with its object where that names the help. */
  readonly trigger: Span;
  /** Phrases of those who are asked, as far as the clause has them. */
  readonly asked: readonly ActorMention[];
  /** What is asked for. */
  readonly what?: Span;
}

const HELP: ReadonlySet<string> = new Set(
  'help assistance aid support protection intervention backing mediation reinforcement'.split(' '),
);
const HELPING: ReadonlySet<string> = new Set(
  'help intervene assist mediate aid protect convene invoke fulfil fulfill'.split(' '),
);

/** The asking that the clause's verb is, if it asks for help. */
export function askingOf(context: CodeContext, clause: Clause): Asking | undefined {
  const { lemma, voice, negated, particle } = verbOf(context, clause);
  if (negated || voice === 'passive' || particle === 'over') return undefined;
  switch (lemma) {
    case 'ask':
    case 'beg':
    case 'implore':
    case 'petition':
    case 'urge':
      return askedFor(context, clause);
    case 'request':
    case 'seek':
    case 'want':
      return soughtFrom(context, clause);
    case 'turn':
      return opensSentence(context, clause) ? undefined : appealTo(context, clause);
    case 'appeal':
    case 'apply':
      return appealTo(context, clause);
    case 'call':
      return appealTo(context, clause, 'on', 'upon');
    default:
      return undefined;
  }
}

/** "Turning to X, he said": the next matter, no appeal. */
const opensSentence = (context: CodeContext, clause: Clause): boolean =>
  verbOf(context, clause).form === 'gerund' &&
  verbOf(context, clause).first <= context.doc.sentences[clause.sentence]!.first + 1;

/** "asked X for help", "asked for X's help", "asked X to intervene". */
function askedFor(context: CodeContext, clause: Clause): Asking | undefined {
  const help = helpAmong(context, phrasesWith(clause, 'for')) ?? helpAfter(context, clause);
  const doing = help === undefined ? helpingOf(context, clause) : undefined;
  if (help === undefined && doing === undefined) return undefined;
  const asked = [...actorsOfPhrases(context, clause.objects), ...ownersOf(context, help)];
  return { clause, trigger: triggerOf(context, clause, help), asked, what: help ?? doing! };
}

/** "request help from X", "seeks X's assistance". */
function soughtFrom(context: CodeContext, clause: Clause): Asking | undefined {
  const help = helpAmong(context, clause.objects);
  if (help === undefined) return undefined;
  const asked = [...actorsOfPhrases(context, phrasesWith(clause, 'from', 'of')), ...ownersOf(context, help)];
  return { clause, trigger: triggerOf(context, clause, help), asked, what: help };
}

/** "turned to X", "appealed to X for help"; an appeal to do anything but help is a statement. */
function appealTo(context: CodeContext, clause: Clause, ...links: string[]): Asking | undefined {
  const phrases = phrasesWith(clause, ...(links.length > 0 ? links : ['to']));
  const asked = actorsOfPhrases(context, phrases);
  const help = helpAmong(context, phrasesWith(clause, 'for'));
  const doing = helpingOf(context, clause);
  const first = asked[0];
  const isBare =
    links.length === 0 &&
    verbOf(context, clause).lemma !== 'apply' &&
    !hasInfinitive(context, clause) &&
    (first === undefined || !/^[^.,;]{0,30}? to \w/.test(context.doc.text.slice(first.end, first.end + 40)));
  if (asked.length === 0 || (help === undefined && doing === undefined && !isBare)) return undefined;
  const what = help ?? doing;
  return {
    clause,
    trigger: cover([verbSpan(context, clause), ...phrases.slice(0, 1).map((phrase) => context.doc.phrases[phrase]!)]),
    asked,
    ...(what !== undefined && { what }),
  };
}

const phrasesWith = ({ obliques }: Clause, ...links: readonly string[]): number[] =>
  obliques.filter(({ preposition }) => links.includes(preposition)).map(({ phrase }) => phrase);

function helpAmong({ doc }: CodeContext, phrases: readonly number[]): Span | undefined {
  const found = phrases.map((index) => doc.phrases[index]!).find(({ head }) => HELP.has(doc.tokens[head]!.lemma));
  return found && { start: found.start, end: found.end };
}

const FOR_HELP = /^ (?:\w+ ){0,2}?for (?:\w+ )??(help|assistance|aid|support|protection|mediation)\b/;

/** "asked X for help": the tagger takes a bare "help" for a verb. */
function helpAfter({ doc }: CodeContext, { objects }: Clause): Span | undefined {
  const object = objects.at(-1);
  if (object === undefined) return undefined;
  const { end } = doc.phrases[object]!;
  const found = FOR_HELP.exec(doc.text.slice(end, end + 48));
  if (found === null) return undefined;
  const to = end + found[0].length;
  return { start: to - found[1]!.length, end: to };
}

/** "the alliance's help": whose help it is. */
function ownersOf({ doc }: CodeContext, help: Span | undefined): ActorMention[] {
  if (help === undefined) return [];
  return within(doc.actors, { start: Math.max(0, help.start - NAME), end: help.end }).filter(
    ({ start, end }) =>
      start < help.end && /^['’]s? (?:\w+ )?$|^$/.test(doc.text.slice(end, Math.max(end, help.start))),
  );
}

/** No owner's name is longer, in code units. */
const NAME = 80;

const verbSpan = (context: CodeContext, clause: Clause): Span => {
  const head = context.doc.tokens[verbOf(context, clause).head]!;
  return { start: head.start, end: head.end };
};

const triggerOf = (context: CodeContext, clause: Clause, help: Span | undefined): Span =>
  cover([verbSpan(context, clause), ...(help === undefined ? [] : [help])]);

const hasInfinitive = (context: CodeContext, clause: Clause): boolean => infinitiveOf(context, clause) !== undefined;

function infinitiveOf(context: CodeContext, clause: Clause): Clause | undefined {
  return clausesIn(context, clause).find(
    ({ role, parent, start }) =>
      role === 'infinitive' && parent !== undefined && context.doc.clauses[parent] === clause && start > clause.start,
  );
}

/** The words of an infinitive that means help: "to intervene in the conflict". */
function helpingOf(context: CodeContext, clause: Clause): Span | undefined {
  const infinitive = infinitiveOf(context, clause);
  if (infinitive === undefined) return undefined;
  const isHelp = HELPING.has(verbOf(context, infinitive).lemma);
  return isHelp ? { start: infinitive.start, end: infinitive.end } : undefined;
}

/** Who asks and is asked in such records: states, their organs and officials, armed groups, organisations of states. */
export const isAsker = ({ code, type }: { code: string; type: ActorMention['type'] }): boolean =>
  type !== 'people' &&
  ((isCountryCode(code) && /^[A-Z]{3}(?: (?:GOV|MIL|REB|PRE|SEP|LEG|OPP))*$/.test(code)) ||
    /^(?:IGO|UNO|EUR)\b/.test(code) ||
    / (?:REB|SEP|GOV)\b/.test(code));
