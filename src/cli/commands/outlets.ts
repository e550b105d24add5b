/** `trucewatch outlets`: who publishes what is in the store, and whose they are; unknown outlets are named as unknown. */
import { outletRegister } from '../../lexicon/outlet-register.ts';
import { TrucewatchError } from '../../model/errors.ts';
import type { OutletInfo } from '../../model/feed.ts';
import { lexicons, print, printJson, situations, withStore, type StoreOptions } from '../context.ts';
import { table } from '../text.ts';

export async function run(name: string | undefined, options: StoreOptions & { all?: boolean }): Promise<void> {
  const { outlets } = await lexicons(options);
  const known = await situations();
  await withStore(options, async (store) => {
    const isAll = options.all === true || name !== undefined;
    const lines = outletRegister(await store.outlets(), outlets, known, isAll);
    if (name === undefined) return options.json ? printJson(lines) : printTable(lines);
    const found = lines.filter((line) => [line.key, line.name.toLowerCase()].includes(name.toLowerCase()));
    if (found.length === 0) throw new TrucewatchError('unknown-id', name);
    return options.json ? printJson(found) : print(found.map(details).join('\n\n'));
  });
}

function printTable(lines: readonly OutletInfo[]): void {
  if (lines.length === 0) return print('No reports yet: trucewatch ingest or trucewatch watch');
  const rows = lines.map(({ key, name, country, affiliation, zone, language, reports }) => [
    name,
    key === undefined ? 'unknown' : (country ?? '–'),
    affiliation ?? (key === undefined ? '' : 'independent or not known'),
    zone ?? '',
    language ?? '',
    String(reports),
  ]);
  print(table([['outlet', 'country', 'owner', 'zone', 'language', 'reports'], ...rows]));
}

function details({
  key,
  name,
  country,
  affiliation,
  zone,
  language,
  hosts,
  feeds,
  sides,
  reports,
}: OutletInfo): string {
  if (key === undefined) return `${name}\n  not in the register; ${reports} reports`;
  const bySide = Map.groupBy(sides, ({ side }) => side);
  const lines = [
    `country: ${country ?? 'unknown'}`,
    `language: ${language ?? 'unknown'}`,
    `owner: ${affiliation ?? 'independent or not known'}`,
    ...[...bySide].map(
      ([side, all]) => `side ${side}: ${all.map(({ situation, role }) => `${situation} (${role})`).join(', ')}`,
    ),
    `zone of its dateline: ${zone ?? 'unknown'}`,
    ...(hosts.length > 0 ? [`pages: ${hosts.join(', ')}`] : []),
    ...feeds.map((feed) => `feed: ${feed}   (trucewatch sources add ${feed})`),
    `reports in the store: ${reports}`,
  ];
  return [name, ...lines.map((line) => `  ${line}`)].join('\n');
}
