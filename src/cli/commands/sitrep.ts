/** `trucewatch sitrep`: a situation report of a day or any period, on standard output or in a file. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { LANGUAGES, type SitrepLanguage } from '../../export/sitrep/language.ts';
import type { SitrepOptions } from '../../export/source.ts';
import { TrucewatchError } from '../../model/errors.ts';
import type { StoreOptions } from '../context.ts';
import { instantOf } from '../context.ts';
import { exportOptions, writeExport, type CommonExportOptions } from '../write-export.ts';

interface Options extends StoreOptions, CommonExportOptions {
  readonly format?: string;
  readonly language?: string;
  readonly since?: string;
  readonly template?: string;
}

const FORMATS = ['md', 'html', 'pdf'];

export async function run(options: Options): Promise<void> {
  const format = formatOf(options);
  if (format === 'pdf' && options.out === undefined && process.stdout.isTTY)
    throw new TrucewatchError('bad-option', 'PDF is not for a terminal. Name a file with --out.');
  // Without a moment of its own a report tells what was known at the end of its period
  const asOf = options.asOf ?? options.to;
  await writeExport(
    `sitrep-${format}`,
    { ...options, ...(asOf !== undefined && { asOf }) },
    { ...exportOptions(options), ...sitrepOptions(options) },
  );
}

/** What was asked for, else what the file's ending says, else Markdown. */
function formatOf({ format, out }: Options): string {
  const found = format ?? (out === undefined ? 'md' : extname(out).slice(1));
  if (FORMATS.includes(found)) return found;
  throw new TrucewatchError(
    'bad-option',
    `"${found}" is no format of a situation report. Write --format ${FORMATS.join(', ')}.`,
  );
}

function sitrepOptions({ language, since, template }: Options): SitrepOptions {
  return {
    ...(language !== undefined && { language: languageOf(language) }),
    ...(since !== undefined && { since: instantOf(since) }),
    ...(template !== undefined && { template: templateAt(template) }),
  };
}

function languageOf(text: string): SitrepLanguage {
  const found = LANGUAGES.find((language) => language === text);
  if (found !== undefined) return found;
  throw new TrucewatchError('bad-option', `There are no reports in "${text}". Languages: ${LANGUAGES.join(', ')}.`);
}

function templateAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new TrucewatchError('unreadable-file', path, cause);
  }
}
