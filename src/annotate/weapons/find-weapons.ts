/** Weapons and platforms named in the text. */
import type { Doc, WeaponMention } from '../../model/doc.ts';
import { indexAt } from '../../model/span.ts';
import type { Step } from '../step.ts';

/** Fills `doc.weapons` from the lexicon; a form that is part of a longer one gives way to it. */
export const findWeapons: Step = (doc, { weapons }) => {
  const found: WeaponMention[] = [];
  for (const { start, end, values } of weapons.findAll(doc.text, doc.words)) {
    const { class: group } = values[0]!;
    if (isVerb(doc, start) || isOtherSense(doc, start, end)) continue;
    found.push({ start, end, name: doc.text.slice(start, end).toLowerCase(), class: group });
  }
  return { ...doc, weapons: found };
};

/** "tanks" and "mines" can be verbs; the tagger knows. */
function isVerb(doc: Doc, start: number): boolean {
  const token = doc.tokens[indexAt(doc.tokens, start)];
  return token !== undefined && token.start === start && token.pos === 'VERB';
}

/** Words that take a weapon's name for something else: pits, reservoirs, a man with a bomb. */
const BEFORE: Readonly<Record<string, RegExp>> = {
  mine: /^(?:coal|gold|copper|silver|iron|diamond|uranium|tin|salt|zinc|of|a|the|this|our|private|state|illegal)$/,
  mines: /^(?:coal|gold|copper|silver|iron|diamond|uranium|tin|salt|zinc|small|private|state|illegal)$/,
  tank: /^(?:think|fuel|oil|water|gas|septic|storage)$/,
  tanks: /^(?:think|fuel|oil|water|gas|septic|storage)$/,
  bomber: /^(?!(?:fighter|jet|stealth|strategic|heavy|range|dive|plane|[\w-]*\d+)$)/,
  bombers: /^(?!(?:fighter|jet|stealth|strategic|heavy|range|dive|plane|[\w-]*\d+)$)/,
};
const AFTER: Readonly<Record<string, RegExp>> = {
  mine: /^(?:workers?|owners?|shafts?|accidents?|disasters?|blasts?|explosions?|sites?)$/,
  bomb: /^(?:scare|hoax|threat|threats)$/,
  aircraft: /^(?:wing|squadron|company|maker|industry|engines?|parts)$/,
};

function isOtherSense(doc: Doc, start: number, end: number): boolean {
  const name = doc.text.slice(start, end).toLowerCase();
  const [before, after] = [BEFORE[name], AFTER[name]];
  if (before === undefined && after === undefined) return false;
  const at = indexAt(doc.tokens, start);
  return before?.test(wordBefore(doc, at)) === true || after?.test(doc.tokens[at + 1]?.lower ?? '') === true;
}

/** The word before token `at`, over a hyphen. */
const wordBefore = ({ tokens }: Doc, at: number): string =>
  (tokens[at - 1]?.lower === '-' ? tokens[at - 2]?.lower : tokens[at - 1]?.lower) ?? '';
