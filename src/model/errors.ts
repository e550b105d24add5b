/** The catalogue of errors that reach a person. Keys are permanent; each message says what happened and what to do next. */

const CATALOGUE = {
  'empty-input': (of: string) => `${of} is empty. Give a file with a report in it.`,
  'binary-input': (of: string) => `${of} is not text (binary content). Give text, HTML or JSONL.`,
  'unreadable-file': (of: string) => `${of} cannot be read. Check the path and its permissions.`,
  'bad-jsonl': (of: string) => `${of} is not a JSON object with an "id" and a "text". Mend that line, or leave it out.`,
  'bad-feed': (of: string) => `${of} is not a feed that can be read (RSS, Atom, RDF, JSON Feed). Check its address.`,
  'bad-table': (of: string) => `${of} has no column of texts. Name it: text=COLUMN.`,
  'bad-news-item': (of: string) =>
    `${of} is not a news item that can be read (ninjs, NewsML-G2, NITF). Get a fresh copy.`,
  'bad-archive': (of: string) => `${of} is damaged or of an unknown kind. Get a fresh copy, or unpack it first.`,
  'bad-mail': (of: string) => `${of} is not a message with a text in it. Save the message with its text, as .eml.`,
  'bad-pdf': (of: string) =>
    `${of} has no text that can be read (a scan, or locked). Recognise its text first, or unlock it.`,
  'input-too-large': (of: string) => `${of}. Split it into single reports.`,
  'no-reports': (of: string) => `No report was found in ${of}. Name a folder with .txt, .html or .jsonl files.`,
  'store-newer': (of: string) =>
    `${of} was written by a newer trucewatch. Upgrade, or name another folder with --data.`,
  'store-unusable': (of: string) => `${of} cannot be used as a store. Name another folder with --data.`,
  'disk-full': (of: string) =>
    `${of} cannot be written: the disk is full. Free some space and run the same command again; nothing was lost.`,
  'unknown-id': (of: string) => `Nothing in the store has the id ${of}. List ids with \`trucewatch ledger\`.`,
  'bad-lexicon': (of: string) => of,
  'bad-option': (of: string) => of,
  'port-taken': (of: string) => `${of}. Name another with --port.`,
} as const;

export type ErrorKey = keyof typeof CATALOGUE;

/** An error with a permanent key. `of` is the thing that it happened to; `cause` keeps the original. */
export class TrucewatchError extends Error {
  override readonly name = 'TrucewatchError';
  readonly key: ErrorKey;

  constructor(key: ErrorKey, of: string, cause?: unknown) {
    super(CATALOGUE[key](of), cause === undefined ? undefined : { cause });
    this.key = key;
  }
}
