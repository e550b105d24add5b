/** Which side an actor's code stands for, and what sides are called, by the situations of a ledger. */
import type { Situation } from '../../model/ledger.ts';
import type { Named } from '../../model/lines.ts';

export interface Namer {
  /** Key of the side that an actor's code belongs to: `AZE MIL` is `AZE` where no situation says otherwise. */
  readonly sideOf: (code: string) => string;
  readonly named: (side: string) => Named;
}

/** `names` are names of countries by code; those of the situations go first. */
export function createNamer(situations: readonly Situation[], names: Readonly<Record<string, string>>): Namer {
  const sides = new Map<string, string>();
  const called = new Map<string, string>();
  for (const { sides: all } of situations)
    for (const { key, name, codes } of all) {
      if (!called.has(key)) called.set(key, name);
      for (const { code } of codes) if (!sides.has(code)) sides.set(code, key);
    }
  return {
    sideOf: (code) => {
      const head = code.split(' ')[0]!;
      return head === 'UNK' || head === '' ? 'unknown' : (sides.get(code) ?? sides.get(head) ?? head);
    },
    named: (key) => ({ key, name: called.get(key) ?? names[key] ?? plainName(key) }),
  };
}

const PLAIN: Readonly<Record<string, string>> = { unknown: 'nobody named', outlets: 'outlets', UNK: 'nobody named' };

const plainName = (key: string): string => PLAIN[key] ?? key.replace(/^(?:name|outlet):/, '').replaceAll('-', ' ');
