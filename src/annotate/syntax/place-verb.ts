/** Gives a verb group its clause, by form. */
import type { Builder } from './builder.ts';
import { placeGerund, placeInfinitive, placeParticiple } from './place-nonfinite.ts';
import { isParticipleHere } from './is-participle.ts';
import { placeFinite } from './place-finite.ts';

/** Places the verb group of item `at`. */
export function placeVerb(builder: Builder, at: number): void {
  const verb = builder.items[at]!.index;
  const { group, ambiguous } = builder.found.verbs[verb]!;
  if (group.form === 'infinitive') placeInfinitive(builder, verb);
  else if (group.form === 'gerund') placeGerund(builder, verb);
  else if (group.form === 'participle' || (ambiguous && isParticipleHere(builder, at))) placeParticiple(builder, verb);
  else placeFinite(builder, at, verb);
  builder.candidate = undefined;
  builder.conjunction = false;
  builder.preposition = '';
  builder.possessor = -1;
  builder.lastList = undefined;
  builder.lastPreposition = undefined;
}
