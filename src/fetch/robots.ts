/**
 * robots.txt as RFC 9309 has it: which group is ours, and whether a path may be fetched. Our own hundred lines: the
 * package of the registry takes `/%7Ejoe` and `/~joe` for two paths, and has much that we would not use.
 */

interface Rule {
  readonly isAllowed: boolean;
  /** Percent-encoding brought to one form; may hold `*`, and `$` at its end. */
  readonly pattern: string;
}

export interface Robots {
  readonly rules: readonly Rule[];
  /** Seconds between requests that the site asks for; no part of the RFC, but asked for by many. */
  readonly delay?: number;
}

/** Everything is open: there is no robots.txt. */
export const OPEN: Robots = { rules: [] };
/** Nothing is open: robots.txt could not be had, and the RFC says to stay away. */
export const CLOSED: Robots = { rules: [{ isAllowed: false, pattern: '/' }] };

/** How much of the file is read; the RFC asks for at least this much. */
export const ROBOTS_BYTES = 512_000;

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delay?: number;
}

/** The rules for `agent` (a product token such as "trucewatch"): all its groups together, else those of `*`. */
export function parseRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text);
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const delay = chosen.find((group) => group.delay !== undefined)?.delay;
  return { rules: chosen.flatMap(({ rules }) => rules), ...(delay !== undefined && { delay }) };
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let isNaming = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const key = name.toLowerCase();
    const group = groups.at(-1);
    if (key === 'user-agent') {
      const agent = /^[a-z_-]+|^\*/i.exec(value.trim())?.[0].toLowerCase() ?? '';
      // Lines of agents that follow each other name one group.
      if (isNaming && group !== undefined) group.agents.push(agent);
      else groups.push({ agents: [agent], rules: [] });
      isNaming = true;
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      if (value.trim() !== '') group?.rules.push({ isAllowed: key === 'allow', pattern: normal(value.trim()) });
    } else if (key === 'crawl-delay') {
      isNaming = false;
      const seconds = Number.parseFloat(value);
      if (group !== undefined && seconds >= 0) group.delay = seconds;
    }
  }
  return groups;
}

/** Whether the path of `url` may be fetched: the longest matching rule decides, `allow` where two are equally long. */
export function isAllowed({ rules }: Robots, url: URL): boolean {
  if (url.pathname === '/robots.txt') return true;
  const path = normal(url.pathname + url.search);
  let best: Rule | undefined;
  for (const rule of rules) {
    const length = rule.pattern.length - (best?.pattern.length ?? -1);
    if (length < 0 || (length === 0 && !rule.isAllowed)) continue;
    if (matches(rule.pattern, path)) best = rule;
  }
  return best?.isAllowed ?? true;
}

/** Octets that need no escape stand plain, others as %XX in capitals, so that two ways of writing are one. */
function normal(path: string): string {
  const ascii = path.replaceAll(/[^\u0021-\u007e]+/g, (part) => encodeURIComponent(part.toWellFormed()));
  return ascii.replaceAll(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const sign = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(sign) ? sign : escape.toUpperCase();
  });
}

/** Each piece between stars is looked for behind the one before: the time stays linear, whatever the pattern. */
function matches(pattern: string, path: string): boolean {
  const isEnd = pattern.endsWith('$');
  const pieces = (isEnd ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces.shift() ?? '';
  if (!path.startsWith(first)) return false;
  const last = isEnd ? pieces.pop() : undefined;
  let at = first.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isEnd) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
