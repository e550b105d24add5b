/** `trucewatch export FORMAT`: the ledger in a form that others read, on standard output or in a file. */
import type { StoreOptions } from '../context.ts';
import { exportOptions, writeExport, type CommonExportOptions } from '../write-export.ts';

export const run = (format: string, options: StoreOptions & CommonExportOptions): Promise<void> =>
  writeExport(format, options, exportOptions(options));
