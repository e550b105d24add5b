/** Words around a truce that tell its stage, its terms and who stands behind it. */
import type { AgreementStage } from '../../model/record.ts';

/** Heads of noun phrases that mean a truce between forces. */
export const TRUCE_NOUNS: ReadonlySet<string> = new Set(['ceasefire', 'cease-fire', 'truce', 'armistice']);

/** Verb lemmas by what they make of a truce. */
const STAGES: Readonly<Record<string, AgreementStage>> = {};

const BY_STAGE: readonly (readonly [AgreementStage, string])[] = [
  ['agreed', 'agree reach conclude sign strike negotiate broker mediate secure clinch hammer achieve establish accept'],
  ['declared', 'declare announce proclaim order'],
  ['in force', 'hold start begin enter prevail last continue'],
  ['extended', 'extend prolong renew'],
  ['broken off', 'end terminate cancel scrap abandon renounce suspend collapse'],
  ['expired', 'expire lapse'],
  ['proposed', 'propose offer seek urge demand want suggest request discuss negotiate'],
];

for (const [stage, lemmas] of BY_STAGE)
  for (const lemma of lemmas.split(' ')) (STAGES as Record<string, AgreementStage>)[lemma] ??= stage;

export const stageOfVerb = (lemma: string): AgreementStage | undefined => STAGES[lemma];

/** "took effect", "came into force", "in force since", "to be observed from". */
export const IN_FORCE =
  / (?:(?:take|takes|took|taken|taking) effect|(?:come|comes|came|coming|go|goes|went|enter|enters|entered|put) (?:in)?to (?:effect|force|operation)|in (?:force|effect|place)|be observed|effective) /;

/** A truce that is asked for, hoped for or talked of. */
export const WISHED =
  / (?:call|calls|called|calling|appeal|appeals|appealed|urge|urges|urged|demand|demands|demanded|push|pressed|hope|hopes|hoped|talks|negotiations|prospects|proposal|proposals|plan|possible|potential|propose|proposed|immediate|permanent|lasting|seek|seeks|seeking) /;

/** Words right before the truce that tell who helped to reach it. */
export const MEDIATION = /\b(?:mediat|broker|auspices|good offices|facilitat|sponsor)/i;
