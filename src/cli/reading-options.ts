/** Options of the commands that read files: format, columns of a table, relevance gate. */
import { TrucewatchError } from '../model/errors.ts';
import { FORMATS, GATES, type ColumnMap, type Format, type Gate, type ReadOptions } from '../pipeline.ts';
import { settings } from './context.ts';

export interface ReadingOptions {
  readonly input?: string;
  readonly columns?: string;
  readonly gate?: string;
}

/** What the reader is told; throws `bad-option` for what it does not know. */
export function readOptions({ input, columns, gate }: ReadingOptions): ReadOptions {
  const format = formatOf(input);
  const map = columnsOf(columns);
  const wanted = gateOf(gate, settings().gate);
  return {
    ...(format !== undefined && { input: format }),
    ...(map !== undefined && { columns: map }),
    ...(wanted !== undefined && { gate: wanted }),
  };
}

function formatOf(name: string | undefined): Format | undefined {
  const format = FORMATS.find((one) => one === name);
  if (name !== undefined && format === undefined)
    throw new TrucewatchError('bad-option', `--input takes ${FORMATS.join(', ')}, not "${name}".`);
  return format;
}

const FIELDS = ['id', 'text', 'html', 'title', 'published', 'outlet', 'url'] as const;

/** `text=body,published=date` */
function columnsOf(text: string | undefined): ColumnMap | undefined {
  if (text === undefined) return undefined;
  const map: ColumnMap = {};
  for (const pair of text.split(',')) {
    const [name, ...column] = pair.split('=');
    const field = FIELDS.find((one) => one === name?.trim());
    if (field === undefined || column.join('=').trim() === '')
      throw new TrucewatchError(
        'bad-option',
        `--columns takes pairs such as text=body,published=date, with ${FIELDS.join(', ')} on the left, not "${pair}".`,
      );
    map[field] = column.join('=').trim();
  }
  return map;
}

/** Said on the command line, the gate is for all input; set in the settings, for pages of web archives only. */
function gateOf(option: string | undefined, setting: string): Gate | undefined {
  const name = option ?? setting;
  if (name === 'off') return undefined;
  const width = GATES.find((one) => one === name);
  if (width === undefined)
    throw new TrucewatchError('bad-option', `The gate takes ${GATES.join(', ')} or off, not "${name}".`);
  return { width, ...(option === undefined && { archivesOnly: true }) };
}
