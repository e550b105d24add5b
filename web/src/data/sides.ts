/** The two sides of a picture, told by shape as well as by colour, and what everybody else is. */
import type { Entry, Ledger, Truce } from '../../../src/model/ledger.ts';

export type SideKind = 'a' | 'b' | 'third';

export interface Sides {
  readonly a: string | undefined;
  readonly b: string | undefined;
  /** Which side a code, a side key or a name stands for. */
  readonly kindOf: (codeOrKey: string | undefined) => SideKind;
  /** A side as people call it. */
  readonly nameOf: (codeOrKey: string) => string;
}

/** Sides of one truce, or of the ledger's first situation. */
export function sidesOf(ledger: Ledger, truce?: Truce): Sides {
  const codes =
    truce?.parties.slice(0, 2) ??
    ledger.situations
      .find((situation) => situation.sides.length > 1)
      ?.sides.slice(0, 2)
      .map(({ key }) => key) ??
    [];
  const names = namesOf(ledger);
  const [a, b] = codes.map((code) => code.slice(0, 3)).toSorted();
  const short = (code: string): string => (/^[A-Z]{3}(?: |$)/.test(code) ? code.slice(0, 3) : code);
  return {
    a,
    b,
    kindOf: (code) => {
      if (code === undefined) return 'third';
      if (a !== undefined && short(code) === a) return 'a';
      return b !== undefined && short(code) === b ? 'b' : 'third';
    },
    nameOf: (code) =>
      names.get(code) ?? names.get(short(code)) ?? code.replace(/^(?:name|outlet):/, '').replaceAll('-', ' '),
  };
}

function namesOf(ledger: Ledger): Map<string, string> {
  const names = new Map<string, string>();
  for (const situation of ledger.situations) {
    for (const { key, name } of situation.sides) if (!names.has(key)) names.set(key, name);
  }
  return names;
}

/** All readings of a slot. */
export const readings = (entry: Entry, slot: string) => entry.slots.find(({ name }) => name === slot)?.readings ?? [];

/** Who says so: the origins of an entry, parties first. */
export const accuserOf = (entry: Entry): string | undefined => entry.corroboration.origins[0]?.side;
