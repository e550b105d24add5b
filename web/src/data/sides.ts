/** The two sides of a picture, told by shape as well as by colour, and what everybody else is. */
import type { Named } from '../../../src/model/lines.ts';

export type SideKind = 'a' | 'b' | 'third';

export interface Sides {
  /** Keys of the side drawn above and of the one below. */
  readonly a: string | undefined;
  readonly b: string | undefined;
  kindOf(key: string | undefined): SideKind;
  nameOf(key: string): string;
}

/** Sides of a truce's parties, in the order of their keys, so that a side keeps its shape on every page. */
export function sidesOf(parties: readonly Named[], names: Readonly<Record<string, string>> = {}): Sides {
  const known = new Map([...Object.entries(names), ...parties.map(({ key, name }) => [key, name] as const)]);
  const short = (key: string): string => (/^[A-Z]{3}(?: |$)/.test(key) ? key.slice(0, 3) : key);
  const [a, b] = [...new Set(parties.slice(0, 2).map(({ key }) => short(key)))].toSorted((one, other) =>
    one < other ? -1 : 1,
  );
  return {
    a,
    b,
    kindOf: (key) => {
      if (key === undefined) return 'third';
      if (a !== undefined && short(key) === a) return 'a';
      return b !== undefined && short(key) === b ? 'b' : 'third';
    },
    nameOf: (key) =>
      known.get(key) ?? known.get(short(key)) ?? key.replace(/^(?:name|outlet):/, '').replaceAll('-', ' '),
  };
}
