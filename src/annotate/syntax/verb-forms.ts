/** Tells the form of an English verb from its spelling and lemma. Used by the verb grouper. */
import type { Token } from '../../model/doc.ts';

/** `past` can be a participle too ("attacked"), unless English tells the two apart ("took", "taken"). */
export type VerbForm = 'base' | 'present' | 'past' | 'past only' | 'participle only' | 'ing' | 'modal';

const PARTICIPLES = new Set(
  (
    'arisen awoken beaten become been begun bitten blown born borne broken chosen come done drawn driven drunk eaten ' +
    'fallen flown forbidden foreseen forgiven forgotten forsaken frozen given gone grown hidden known lain mistaken ' +
    'overcome overrun overtaken overthrown proven ridden risen run rung seen sewn shaken shown shrunk slain sown ' +
    'spoken stolen stricken sung sunk sworn swum taken thrown torn undergone undertaken undone withdrawn woken worn woven written'
  ).split(' '),
);
const PASTS = new Set(
  (
    'arose ate awoke was were began bit blew broke came chose did drew drove drank fell flew forbade foresaw forgave ' +
    'forgot forsook froze gave went grew hid knew lay mistook overcame overran overtook overthrew rode rose ran rang ' +
    'saw shook shrank slew spoke stole sang sank swore swam took threw tore underwent undertook undid withdrew woke wore wove wrote had'
  ).split(' '),
);
/** Participles that are spelled like the base: only the words around them tell. */
const UNCHANGED = new Set('become come overcome run overrun'.split(' '));
/** Past and participle spelled like the base: "put", "set". */
const SAME = new Set(
  'bet bid broadcast burst cast cost cut forecast hit hurt let put quit read rid set shed shut split spread thrust upset'.split(
    ' ',
  ),
);
export const MODALS = new Set(['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will', 'would', 'ought']);

/** The lists above in one, so that one look-up asks them all. */
const LISTED: ReadonlyMap<string, VerbForm> = new Map<string, VerbForm>([
  ...[...SAME].map((word): [string, VerbForm] => [word, 'past']),
  ...[...PARTICIPLES].map((word): [string, VerbForm] => [word, 'participle only']),
  ...[...UNCHANGED].map((word): [string, VerbForm] => [word, 'base']),
  ...[...PASTS].map((word): [string, VerbForm] => [word, 'past only']),
]);

/** The form of a verb or auxiliary by itself. "put" counts as `past`, which leaves most readings open. */
export function verbForm({ lower, lemma }: Token): VerbForm {
  if (MODALS.has(lemma) || lower === 'cannot') return 'modal';
  const listed = LISTED.get(lower);
  if (listed !== undefined) return listed;
  if (lower === 'being' || (lower.endsWith('ing') && lower !== lemma)) return 'ing';
  if (lemma === 'be') return lower === 'be' ? 'base' : 'present';
  if (lower === lemma) return 'base';
  return lower.endsWith('s') ? 'present' : 'past';
}

/** Whether the form can be the participle of a passive or perfect. */
export const canBeParticiple = (form: VerbForm, lower: string): boolean =>
  form === 'past' || form === 'participle only' || UNCHANGED.has(lower);
