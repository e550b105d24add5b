/** Weapons and platforms named in the text. */
import type { Doc, WeaponMention } from '../../model/doc.ts';
import { indexAt } from '../../model/span.ts';
import type { Step } from '../step.ts';

/** Fills `doc.weapons` from the lexicon; a form that is part of a longer one gives way to it. */
export const findWeapons: Step = (doc, { weapons }) => {
  const found: WeaponMention[] = [];
  for (const { start, end, values } of weapons.findAll(doc.text, doc.words)) {
    const { class: group } = values[0]!;
    if (isVerb(doc, start)) continue;
    found.push({ start, end, name: doc.text.slice(start, end).toLowerCase(), class: group });
  }
  return { ...doc, weapons: found };
};

/** "tanks" and "mines" can be verbs; the tagger knows. */
function isVerb(doc: Doc, start: number): boolean {
  const token = doc.tokens[indexAt(doc.tokens, start)];
  return token !== undefined && token.start === start && token.pos === 'VERB';
}
