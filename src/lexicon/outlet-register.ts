/** The register of outlets joined with what the store has met: what is known of each, and which are unknown. */
import type { OutletInfo } from '../model/feed.ts';
import type { Situation } from '../model/ledger.ts';
import type { OutletEntry } from './outlets.ts';

/** An outlet as reports name it. */
export interface MetOutlet {
  readonly key: string;
  readonly name: string;
  readonly reports: number;
}

/** One line an outlet, those with most reports first; `isAll` adds what no report has come from. */
export function outletRegister(
  met: readonly MetOutlet[],
  outlets: readonly OutletEntry[],
  situations: readonly Situation[],
  isAll = false,
): OutletInfo[] {
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const lines = met.map(({ key, name, reports }): OutletInfo => {
    const entry = byId.get(key);
    byId.delete(key);
    return entry === undefined
      ? { name, sides: [], hosts: [], feeds: [], reports }
      : infoOf(entry, situations, reports);
  });
  const rest = isAll ? [...byId.values()].map((entry) => infoOf(entry, situations, 0)) : [];
  return [...lines, ...rest];
}

function infoOf(entry: OutletEntry, situations: readonly Situation[], reports: number): OutletInfo {
  const { id, name, country, language, affiliation, zone, hosts = [], feeds = [] } = entry;
  return {
    key: id,
    name,
    ...(country !== undefined && { country }),
    ...(language !== undefined && { language }),
    ...(affiliation !== undefined && { affiliation }),
    ...(zone !== undefined && { zone }),
    sides: affiliation === undefined ? [] : sidesOf(affiliation, situations),
    hosts,
    feeds,
    reports,
  };
}

/** Sides that name the owner's code, or the state that it is an organ of. */
const sidesOf = (affiliation: string, situations: readonly Situation[]): OutletInfo['sides'] =>
  situations.flatMap(({ id, sides }) =>
    sides.flatMap(({ key, codes }) => {
      const found = codes.find(({ code }) => affiliation === code || affiliation.startsWith(`${code} `));
      return found === undefined ? [] : [{ situation: id, side: key, role: found.role }];
    }),
  );
