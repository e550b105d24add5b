/** The catalogue of errors that reach a person. Keys are permanent; each message says what happened and what to do next. */

const CATALOGUE = {
  'empty-input': (of: string) => `${of} is empty. Give a file with a report in it.`,
  'binary-input': (of: string) => `${of} is not text (binary content). Give text, HTML or JSONL.`,
  'unreadable-file': (of: string) => `${of} cannot be read. Check the path and its permissions.`,
  'bad-jsonl': (of: string) => `${of} is not a JSON object with an "id" and a "text". Mend that line, or leave it out.`,
  'bad-feed': (of: string) => `${of} is not a feed that can be read (RSS, Atom, RDF, JSON Feed). Check its address.`,
  'bad-table': (of: string) => `${of} has no column of texts. Name it: --columns text=COLUMN.`,
  'is-a-sitemap': (of: string) =>
    `${of} is a sitemap: a list of addresses, no report. Watch it: trucewatch sources add ADDRESS --kind sitemap.`,
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
  'bad-sources': (of: string) => of,
  'fetch-unreachable': (of: string) => `${of} cannot be reached. It is tried again by itself; check the address.`,
  'fetch-timeout': (of: string) =>
    `${of} took too long. It is tried again by itself; a slow site may need fetchTimeout.`,
  'fetch-broken': (of: string) => `${of} broke off or came damaged. It is tried again by itself.`,
  'fetch-status': (of: string) => `${of} answered with an error. It is tried again by itself; look at it in a browser.`,
  'fetch-throttled': (of: string) => `${of} asks for fewer requests. It is left alone as long as it asks for.`,
  'fetch-missing': (of: string) => `${of} is not there. Look for its new address and mend the sources file.`,
  'fetch-forbidden': (of: string) => `${of} does not let us in. Ask the site, or take it out of the sources file.`,
  'fetch-robots': (of: string) => `${of} is closed to programs by the site's robots.txt. Ask the site, or take it out.`,
  'fetch-address': (of: string) =>
    `${of} leads to a private address, which is refused. Name it in allowAddresses if it is yours.`,
  'fetch-redirects': (of: string) => `${of} leads on and on. Look at it in a browser and name where it ends.`,
  'fetch-too-large': (of: string) => `${of} is larger than what is read. Raise maxPage if it is a page to be read.`,
  'fetch-scheme': (of: string) => `${of} is no address of the web. Write http:// or https:// and a host.`,
  'fetch-stale': (of: string) =>
    `${of} answers "not modified" whatever is asked. It is tried again by itself; tell the site.`,
  'recode-failed': (id: string) => `${id} could not be coded again and keeps what it had; report this as a defect.`,
  'coder-failed': (of: string) => `${of} could not be coded. Its bytes are in quarantine; report this as a defect.`,
  'not-a-feed': (of: string) =>
    `${of} is no feed. If it is a page with links, set "kind": "listing" in the sources file.`,
  'not-a-sitemap': (of: string) => `${of} is no sitemap. Set its "kind" in the sources file to feed or listing.`,
  'no-links': (of: string) => `${of} has no links to reports. Set "match" for it in the sources file.`,
} as const;

export type ErrorKey = keyof typeof CATALOGUE;

/** All keys, in the order of the catalogue. */
export const ERROR_KEYS = Object.keys(CATALOGUE) as readonly ErrorKey[];

/** An error with a permanent key. `of` is the thing that it happened to; `cause` keeps the original. */
export class TrucewatchError extends Error {
  override readonly name = 'TrucewatchError';
  readonly key: ErrorKey;

  constructor(key: ErrorKey, of: string, cause?: unknown) {
    super(CATALOGUE[key](of), cause === undefined ? undefined : { cause });
    this.key = key;
  }
}
