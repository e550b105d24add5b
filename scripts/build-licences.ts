/**
 * Writes what a release holds of others: `dist/licences.md` with their licences, and `dist/sbom.cdx.json`, a bill of
 * materials in CycloneDX made by npm from the lock file and cut to what is shipped. Run by `npm pack`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPackages, type ShippedPackage } from './shipped-packages.ts';

const DIST = join(import.meta.dirname, '../dist');

interface Bill {
  components: {
    readonly name: string;
    readonly group?: string;
    readonly version: string;
    readonly 'bom-ref': string;
  }[];
  dependencies: { readonly ref: string; dependsOn: string[] }[];
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
}

const packages = shippedPackages();
mkdirSync(DIST, { recursive: true });
writeFileSync(join(DIST, 'licences.md'), licences(packages));
writeFileSync(join(DIST, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(packages), null, 2)}\n`);

function licences(all: readonly ShippedPackage[]): string {
  const rows = all.map(({ name, version, licence, part }) => `| ${name} | ${version} | ${licence} | ${part} |`);
  const texts = all
    .filter(({ text }) => text !== undefined)
    .map(({ name, version, text }) => `## ${name} ${version}\n\n\`\`\`\n${text}\n\`\`\``);
  return [
    '# Licences of what is shipped',
    '',
    'trucewatch itself is under Apache-2.0; data of others in it stands in NOTICE. `program` packages are installed beside it, `desk` packages are built into its pages.',
    '',
    '| package | version | licence | part |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...texts,
    '',
  ].join('\n');
}

/** npm's own bill of the lock file, without what only builds and tests. */
function billOfMaterials(all: readonly ShippedPackage[]): Bill {
  const text = execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--workspaces=false'],
    {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const bill = JSON.parse(text) as Bill;
  const shipped = new Set(all.map(({ name, version }) => `${name}@${version}`));
  bill.components = bill.components.filter(({ name, group, version }) =>
    shipped.has(`${group === undefined || name.startsWith('@') ? '' : `${group}/`}${name}@${version}`),
  );
  const refs = new Set([
    bill.metadata.component['bom-ref'],
    ...bill.components.map((component) => component['bom-ref']),
  ]);
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return bill;
}
