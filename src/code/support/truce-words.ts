/** Words around a truce that tell its stage and who stands behind it. */
import type { AgreementStage } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';

/** Heads of noun phrases that mean a truce between forces. */
export const TRUCE_NOUNS: ReadonlySet<string> = new Set(['ceasefire', 'cease-fire', 'truce', 'armistice']);

/** "a humanitarian pause", "a pause in the fighting", "the cessation of hostilities": the phrase has `lemma` for its head. */
export function isHalt(lemma: string, text: string, { start, end }: Span): boolean {
  if (lemma !== 'pause' && lemma !== 'cessation') return false;
  const after = text.slice(end, end + 40);
  if (lemma === 'cessation') return /^ of (?:all )?(?:hostilities|fire|military operations)\b/i.test(after);
  return (
    /\bhumanitarian\b/i.test(text.slice(start, end)) ||
    /^ in (?:the )?(?:fighting|hostilities|offensive|attacks)\b/i.test(after)
  );
}

/** Truces of parties, papers and prices, in which nobody had fired. */
export const FIGURATIVE =
  /\b(?:family|families|marital|media|news|press|price|fare|wage|trade|tariff|political|verbal|rhetorical|industrial|labou?r|budget|legal|patent|diplomatic|olympic)\b/i;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What is done to a truce, by what it makes of it. */
const DONE: readonly (readonly [AgreementStage, ReadonlySet<string>])[] = [
  [
    'agreed',
    words(
      'agree reach conclude sign strike negotiate broker mediate secure clinch hammer achieve establish accept arrange',
    ),
  ],
  ['declared', words('declare announce proclaim order')],
  ['in force', words('begin start implement enforce put')],
  ['extended', words('extend prolong renew')],
  ['broken off', words('end terminate cancel scrap abandon renounce suspend call')],
];
/** What a truce itself does. */
const DOES: readonly (readonly [AgreementStage, ReadonlySet<string>])[] = [
  ['in force', words('hold begin start prevail last continue')],
  ['broken off', words('collapse unravel crumble end fail')],
  ['expired', words('expire lapse')],
];

const stageIn = (table: typeof DONE, lemma: string): AgreementStage | undefined =>
  table.find(([, lemmas]) => lemmas.has(lemma))?.[0];

export const stageDone = (lemma: string): AgreementStage | undefined => stageIn(DONE, lemma);
export const stageDoes = (lemma: string): AgreementStage | undefined => stageIn(DOES, lemma);

/** Prepositions by which a verb takes a truce that it makes: "agreed on a truce", "ended in a ceasefire". */
export const MAKES: Readonly<Record<string, readonly string[]>> = {
  agree: ['on', 'to', 'upon'],
  commit: ['to'],
  end: ['in', 'with'],
  result: ['in'],
  culminate: ['in'],
  enter: ['into'],
};

/** "took effect", "came into force", "in force since", "to be observed from". */
export const IN_FORCE =
  / (?:(?:take|takes|took|taken|taking) (?:effect|hold)|(?:come|comes|came|coming|go|goes|went|gone|enter|enters|entered|put) (?:in)?to (?:effect|force|operation|place)|in (?:force|effect|place)|be observed|effective) /;

/** A truce that is asked for, hoped for or talked of. */
export const WISHED =
  / (?:call|calls|called|calling|appeal|appeals|appealed|urge|urges|urged|demand|demands|demanded|push|pressed|hope|hopes|hoped|talks|negotiations|prospects?|proposals?|plan|possible|potential|propose|proposed|immediate|lasting|seek|seeks|seeking|want|wants|wanted|if|for|no|any|chance) /;

/** Words in its phrase that tell that a truce stands, or stood. */
export const STANDING = /\b(?:[\w-]+-(?:old|long)|fragile|shaky|tentative|tense|uneasy|existing|current|latest)\b/i;
export const PAST = /\b(?:previous|earlier|former|failed|short-lived|collapsed|last)\b/i;

/** Words right before the truce that tell who helped to reach it. */
export const MEDIATION = /\b(?:mediat|broker|auspices|good offices|facilitat|sponsor)/i;
