/** Whose "its army" is: a body or group behind a possessive pronoun takes the country of whom the pronoun stands for. */
import { composedName, keyOf } from './compose.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { spanOfWords } from './identify.ts';
import { IS, isTied, posAt } from './scan.ts';

export type Possessive = 'its' | 'their' | 'his' | 'her';
const POSSESSIVES: ReadonlySet<string> = new Set<Possessive>(['its', 'their', 'his', 'her']);

/** The possessive pronoun before a mention, over "own" and adjectives: "its own security forces". */
export function possessiveBefore(context: Context, first: number): Possessive | undefined {
  for (let at = first - 1; at >= 0 && at >= first - 3 && isTied(context, at); at--) {
    const { norm } = context.words[at]!;
    if (POSSESSIVES.has(norm)) return norm as Possessive;
    if (norm !== 'own' && posAt(context, at) !== 'ADJ') return undefined;
  }
  return undefined;
}

/** Makes `draft` the owner's: country, key and name; an employee without a sector serves in the owner's. */
export function giveToOwner(context: Context, draft: Draft, owner: Draft): void {
  const role = context.hits[draft.first]?.senses.find((sense) => sense.bit === IS.body);
  if (draft.headKind === undefined && role?.kind === 'role') {
    const { sector, kind, id } = role.role;
    Object.assign(draft, { sector, headKind: kind, head: id, basis: 'composed' });
    const head = { ...role.role, first: draft.first, last: draft.last, former: false };
    draft.name = composedName(context, owner.country, head);
    draft.key = keyOf(owner.country, head);
  } else if (draft.headKind !== undefined) draft.key = `${owner.country} ${draft.headKind}:${draft.head}`;
  draft.country = owner.country;
  if (draft.sector === '') draft.sector = owner.sector;
  draft.evidence = spanOfWords(context, owner.first, owner.last);
  draft.bare = false;
}
