/** Kinds of which every record is clear: blocks and a symmetric test are all that they need. */
import type { Fusion } from './kind.ts';

type Needed<F> = Pick<Fusion<F>, 'kind' | 'facts' | 'signature' | 'keys' | 'same' | 'sameWhy'> &
  Partial<Pick<Fusion<F>, 'conflict' | 'rank' | 'contexts' | 'choose'>>;

const NOWHERE: readonly never[] = [];

/** A fusion without vague records, unless the kind says which are. */
export const plainFusion = <F>(needed: Needed<F>): Fusion<F> => ({
  conflict: () => false,
  rank: () => 0,
  contexts: () => NOWHERE,
  choose: () => undefined,
  ...needed,
  groupKey: needed.signature,
  groupWhy: needed.sameWhy,
});
