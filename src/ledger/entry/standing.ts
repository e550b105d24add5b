/** Tells the records of an entry that count from those that an agency took back: these stay readable and count for nothing. */
import type { Withdrawn } from '../../model/ledger.ts';
import type { Bundle } from '../bundle.ts';
import type { Item } from '../item.ts';
import type { Weighing } from './voices.ts';

export interface Divided {
  /** The records that count; all of them where every one was taken back. */
  readonly counted: Bundle;
  readonly withdrawn: readonly Withdrawn[];
  /** True when nothing is left that counts. */
  readonly isGone: boolean;
}

const NOTHING: readonly Withdrawn[] = [];

/** Divides a bundle. What a notice says again of the thing is what it takes back. */
export function divide(bundle: Bundle, { withdrawalOf }: Weighing): Divided {
  if (withdrawalOf === undefined) return { counted: bundle, withdrawn: NOTHING, isGone: false };
  const found = new Map<string, Withdrawn & { readonly records: string[] }>();
  const out = new Set<Item>();
  for (const item of bundle.items) {
    const withdrawal = withdrawalOf(item.card.id);
    if (withdrawal === undefined) continue;
    out.add(item);
    const key = `${withdrawal.by} ${withdrawal.reason}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...withdrawal, records: [item.uid] });
    else known.records.push(item.uid);
  }
  if (out.size === 0) return { counted: bundle, withdrawn: NOTHING, isGone: false };
  for (const withdrawn of found.values())
    for (const item of bundle.items)
      if (item.card.id === withdrawn.by && !out.has(item)) {
        out.add(item);
        withdrawn.records.push(item.uid);
      }
  const items = bundle.items.filter((item) => !out.has(item));
  return {
    counted: items.length === 0 ? bundle : { ...bundle, items },
    withdrawn: [...found.values()],
    isGone: items.length === 0,
  };
}
