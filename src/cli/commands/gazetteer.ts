/** `trucewatch gazetteer import`: villages of a front line that no city list has, from a GeoNames dump. */
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { TrucewatchError } from '../../model/errors.ts';
import { loadGazetteer } from '../../lexicon/gazetteer.ts';
import { importDump } from '../../lexicon/gazetteer-import.ts';
import { dataFolder, gazetteerFile, print, type StoreOptions } from '../context.ts';

interface GazetteerOptions extends StoreOptions {
  readonly countries?: string;
}

export async function run(verb: string, file: string | undefined, options: GazetteerOptions): Promise<void> {
  const target = gazetteerFile(options);
  if (verb === 'reset') {
    rmSync(target, { force: true });
    return print('The bundled gazetteer is in use again. Code stored reports anew: trucewatch ingest --recode');
  }
  if (verb !== 'import' || file === undefined)
    throw new TrucewatchError(
      'bad-option',
      'Call it as: trucewatch gazetteer import AM.txt, or: trucewatch gazetteer reset',
    );
  if (!existsSync(file)) throw new TrucewatchError('unreadable-file', file);
  const countries = options.countries?.split(',').map((code) => code.trim().toUpperCase());
  const base = loadGazetteer(existsSync(target) ? target : undefined);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  const result = await importDump(lines, base, {
    label: basename(file),
    ...(countries !== undefined && { countries }),
  });
  if (result.added + result.joined === 0)
    throw new TrucewatchError(
      'bad-option',
      `${file} holds no places to take (${result.bad} lines are no lines of a GeoNames dump, ${result.passed} were passed over). Unpack the dump, and look at --countries`,
    );
  mkdirSync(dataFolder(options), { recursive: true });
  // Whole or not at all: the old one stays until the new one is there
  writeFileSync(`${target}.new`, result.packed);
  renameSync(`${target}.new`, target);
  print(
    `${result.added} places added, ${result.joined} joined to known ones; ${result.bad} lines were no lines of a dump. Code stored reports anew: trucewatch ingest --recode`,
  );
}
