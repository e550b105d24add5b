/** Groups a verb with its auxiliaries, "not", inner adverbs, "to" and particle: "had not been attacked". */
import type { Token, VerbGroup } from '../../model/doc.ts';
import type { Mutable } from '../../model/mutable.ts';
import { isOpening } from './marks.ts';
import { canBeParticiple, verbForm } from './verb-forms.ts';

type Form = VerbGroup['form'];
type Draft = Mutable<VerbGroup>;

/** A verb group, and whether its one bare verb could be past tense as well as participle ("attacked"). */
export interface VerbDraft {
  readonly group: Draft;
  readonly ambiguous: boolean;
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'cannot']);
const PARTICLES = new Set(['off', 'out', 'up', 'down', 'away', 'back', 'apart', 'over']);
/** How far behind an auxiliary its verb may stand: "has also repeatedly denied". */
const REACH = 4;

/** The verb group that starts at token `at`, if one does. `last` is the last token of the sentence. */
export function verbGroupAt(
  tokens: readonly Token[],
  at: number,
  last: number,
  sentence: number,
): VerbDraft | undefined {
  const parts: number[] = [];
  const start = infinitiveStart(tokens, at, last);
  let negated = false;
  let i = start ?? at;
  for (; i <= last; i++) {
    const token = tokens[i]!;
    const isVerb = token.pos === 'AUX' || token.pos === 'VERB';
    if (isVerb) {
      if (parts.length > 0 && !continues(tokens, parts.at(-1)!, i)) break;
      parts.push(i);
      if (token.lower === 'cannot') negated = true;
    } else if (parts.length === 0) break;
    else if (!isBetween(token) || !verbAhead(tokens, parts.at(-1)!, i, last)) break;
    else if (NEGATIONS.has(token.lower)) negated = true;
  }
  if (parts.length === 0) return undefined;
  const next = tokens[parts.at(-1)! + 1];
  if (next !== undefined && parts.at(-1)! < last && NEGATIONS.has(next.lower)) negated = true;
  if (start !== undefined)
    for (let before = at; before < start; before++) if (NEGATIONS.has(tokens[before]!.lower)) negated = true;
  return draft(tokens, at, parts, last, sentence, start !== undefined, negated);
}

/** Index of the verb behind "to" or "not to", with adverbs between: "to fully withdraw". */
function infinitiveStart(tokens: readonly Token[], at: number, last: number): number | undefined {
  let i = at;
  if (tokens[i]!.lower === 'not' && i < last) i++;
  if (tokens[i]!.lower !== 'to') return undefined;
  for (i++; i <= Math.min(last, at + REACH); i++) {
    const token = tokens[i]!;
    if (token.pos === 'AUX' || token.pos === 'VERB')
      return verbForm(token) === 'base' || SAME_AS_BASE.has(token.lower) ? i : undefined;
    if (token.pos !== 'ADV' && token.pos !== 'PART') return undefined;
  }
  return undefined;
}
const SAME_AS_BASE = new Set(
  'bet cast cost cut hit hurt let put quit read rid set shed shut split spread upset broadcast become come overcome run overrun'.split(
    ' ',
  ),
);

/** Adverbs, "not", and a quotation that begins inside the group (`had "repulsed"`). */
const isBetween = (token: Token): boolean =>
  token.pos === 'ADV' ||
  token.pos === 'PART' ||
  NEGATIONS.has(token.lower) ||
  (token.pos === 'PUNCT' && isOpening(token));

/** Whether a verb that goes on the group stands a few adverbs ahead. */
function verbAhead(tokens: readonly Token[], before: number, from: number, last: number): boolean {
  for (let i = from; i <= Math.min(last, from + REACH); i++) {
    const token = tokens[i]!;
    if (token.pos === 'AUX' || token.pos === 'VERB') return token.lower !== 'to' && continues(tokens, before, i);
    if (!isBetween(token) || token.lower === 'to') return false;
  }
  return false;
}

/** Whether the verb at `i` goes on a group whose last verb is at `before`: modal + base, have + participle, be + participle. */
function continues(tokens: readonly Token[], before: number, i: number): boolean {
  const head = tokens[before]!;
  const form = verbForm(tokens[i]!);
  if (MODAL_LIKE(head)) return form === 'base' || SAME_AS_BASE.has(tokens[i]!.lower);
  if (head.lemma === 'have') return canBeParticiple(form, tokens[i]!.lower) || tokens[i]!.lower === 'had';
  if (head.lemma === 'be' || head.lower === 'being')
    return form === 'ing' || canBeParticiple(form, tokens[i]!.lower) || tokens[i]!.lower === 'been';
  if (head.lemma === 'get') return form === 'past' || form === 'participle only';
  if (head.lemma === 'do' || head.lemma === 'let' || head.lemma === 'help') return form === 'base';
  return false;
}
const MODAL_LIKE = (token: Token): boolean => verbForm(token) === 'modal';

function draft(
  tokens: readonly Token[],
  at: number,
  parts: readonly number[],
  lastToken: number,
  sentence: number,
  infinitive: boolean,
  negated: boolean,
): VerbDraft {
  const head = parts.at(-1)!;
  const particle =
    head + 1 <= lastToken && parts.length > 0 && isParticle(tokens, head, lastToken)
      ? tokens[head + 1]!.lower
      : undefined;
  const last = particle === undefined ? head : head + 1;
  const firstForm = verbForm(tokens[parts[0]!]!);
  const headForm = verbForm(tokens[head]!);
  const helper = parts.length > 1 ? tokens[parts.at(-2)!]! : undefined;
  const bare = parts.length === 1;
  const passive =
    helper !== undefined &&
    (helper.lemma === 'be' || helper.lower === 'being' || helper.lemma === 'get') &&
    canBeParticiple(headForm, tokens[head]!.lower);
  const form: Form = infinitive
    ? 'infinitive'
    : firstForm === 'ing'
      ? 'gerund'
      : bare && firstForm === 'participle only'
        ? 'participle'
        : 'finite';
  const group: Draft = {
    start: tokens[at]!.start,
    end: tokens[last]!.end,
    first: at,
    last,
    head,
    lemma: tokens[head]!.lemma,
    sentence,
    voice: passive || form === 'participle' ? 'passive' : 'active',
    tense: form === 'finite' ? tenseOf(tokens, parts) : 'none',
    perfect: parts.length > 1 && parts.some((part) => part !== head && tokens[part]!.lemma === 'have'),
    negated,
    form,
    modal: undefined,
    particle,
  };
  const modal = tokens[parts[0]!]!;
  if (firstForm === 'modal' && modal.lemma !== 'will' && modal.lemma !== 'shall')
    group.modal = modal.lower === 'cannot' ? 'can' : modal.lemma;
  return { group, ambiguous: bare && !infinitive && headForm === 'past' && tokens[head]!.pos === 'VERB' };
}

function tenseOf(tokens: readonly Token[], parts: readonly number[]): VerbGroup['tense'] {
  const first = tokens[parts[0]!]!;
  if (first.lemma === 'will' || first.lemma === 'shall') return 'future';
  const form = verbForm(first);
  if (form === 'modal') return 'none';
  return form === 'base' || form === 'present' ? 'present' : 'past';
}

/** "called off", "broke down": the small word goes with the verb unless a noun phrase of its own place follows. */
function isParticle(tokens: readonly Token[], head: number, last: number): boolean {
  const token = tokens[head + 1]!;
  if (!PARTICLES.has(token.lower) || token.pos === 'NOUN' || tokens[head]!.pos === 'AUX') return false;
  if (head + 2 > last) return true;
  const next = tokens[head + 2]!;
  if (token.lower === 'over' || token.lower === 'down' || token.lower === 'up')
    return next.lower !== 'to' && next.pos !== 'NUM' && next.lower !== 'the'
      ? true
      : token.lower !== 'over' && next.lower !== 'to';
  return next.lower !== 'of' || token.lower === 'out';
}
