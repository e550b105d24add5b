/** Finds what a page says of its article in JSON-LD (schema.org/NewsArticle). */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { optional } from '../report.ts';

export interface LinkedData {
  readonly headline?: string;
  readonly deck?: string;
  readonly published?: string;
  /** When it was written, for systems that give nothing else. */
  readonly created?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly body?: string;
}

export interface LinkedArticles {
  readonly articles: readonly LinkedData[];
  readonly diagnostics: readonly Diagnostic[];
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;
/** Objects looked at in one page: more is not an article's data. */
const MAX_OBJECTS = 20_000;

/** The articles that the scripts describe, in page order. */
export function linkedArticles(scripts: readonly string[]): LinkedArticles {
  const articles: LinkedData[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const script of scripts) {
    if (script.trim() === '') continue;
    const value = parseLoosely(script);
    if (value === undefined) diagnostics.push(BROKEN);
    else for (const item of objectsIn(value)) if (isArticle(item)) articles.push(articleOf(item));
  }
  return { articles, diagnostics };
}

const BROKEN: Diagnostic = {
  rule: 'bad-json-ld',
  severity: 'info',
  message: 'The page has JSON-LD that is not JSON; it was left out.',
};

/** JSON as content systems print it: wrapped in comments, with raw line ends in strings, with a comma too many. */
function parseLoosely(script: string): unknown {
  const bare = unwrapped(script.trim());
  return parseJson(bare) ?? parseJson(bare.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/,(\s*[}\]])/g, '$1'));
}

const OPENINGS = ['<!--', '//<![CDATA[', '// <![CDATA[', '<![CDATA[', '/*<![CDATA[*/', '/* <![CDATA[ */'];
const CLOSINGS = ['-->', '//]]>', '// ]]>', '/*]]>*/', '/* ]]> */', ']]>', ';'];

function unwrapped(script: string): string {
  let bare = script;
  for (const mark of OPENINGS) if (bare.startsWith(mark)) bare = bare.slice(mark.length).trimStart();
  for (const mark of CLOSINGS) if (bare.endsWith(mark)) bare = bare.slice(0, -mark.length).trimEnd();
  return bare;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names under which a page tells of other works than its own. */
const OTHERS = new Set(
  'about author citation comment isBasedOn itemListElement mentions publisher relatedLink review significantLink'.split(
    ' ',
  ),
);

/** All objects below `root`, nearest first, without recursion: the nesting is the page's to choose. */
function* objectsIn(root: unknown): Generator<Json> {
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < MAX_OBJECTS; i++) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) yield value as Json;
    for (const [name, child] of Object.entries(value))
      if (typeof child === 'object' && child !== null && !OTHERS.has(name)) queue.push(child);
  }
}

function isArticle(item: Json): boolean {
  const type = item['@type'];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((t) => typeof t === 'string' && ARTICLE_TYPE.test(t));
}

function articleOf(item: Json): LinkedData {
  return {
    ...optional('headline', stringIn(item['headline']) ?? stringIn(item['name'])),
    ...optional('deck', stringIn(item['alternativeHeadline'])),
    ...optional('published', stringIn(item['datePublished'])),
    ...optional('created', stringIn(item['dateCreated'])),
    ...optional('outlet', nameOf(item['publisher']) ?? nameOf(item['sourceOrganization'])),
    ...optional('url', addressOf(item['mainEntityOfPage']) ?? addressOf(item['url'])),
    ...optional('body', stringIn(item['articleBody'])),
  };
}

function stringIn(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const found = typeof first === 'number' ? String(first) : first;
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

function nameOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null ? stringIn((first as Json)['name']) : stringIn(first);
}

function addressOf(value: unknown): string | undefined {
  const found =
    typeof value === 'object' && value !== null
      ? (stringIn((value as Json)['@id']) ?? stringIn((value as Json)['url']))
      : stringIn(value);
  return found !== undefined && /^https?:\/\//i.test(found) ? found : undefined;
}
