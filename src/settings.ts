/** Every setting in one table. Only `cli/` reads the environment; the rest of the program gets plain values. */

export const SETTINGS = {
  data: {
    default: '',
    help: 'Folder of the store. Default: ./.trucewatch in a clone, else trucewatch in your data folder.',
  },
  database: {
    default: '',
    help: 'Address of a PostgreSQL database to use instead of the embedded file: postgres://user@host/name.',
  },
  host: {
    default: '127.0.0.1',
    help: 'Address that the desk listens on. The default is reachable from this machine only.',
  },
  port: { default: '4180', help: 'Port of the desk. When taken, the next free one is used.' },
  token: {
    default: '',
    help: 'Shared secret of a team: who does not send it is let in nowhere. Set it before `host` is more than this machine.',
  },
  rateLimit: {
    default: '1200',
    help: 'Requests a minute that the API answers to one client address; 0 for any number. This machine is not counted.',
  },
  author: { default: '', help: 'Name written into your review decisions. Default: your user name.' },
  zone: { default: 'UTC', help: 'Time zone in which the command line shows times, e.g. Asia/Yerevan.' },
  maxReport: {
    default: '8000000',
    help: 'Longest report that is read, in characters. A longer one goes to quarantine.',
  },
  gate: {
    default: 'wide',
    help: 'Relevance gate for pages of web archives: wide, narrow or off. The option --gate is for all input.',
  },
  contact: {
    default: '',
    help: 'Mail or web address that watched sites are told, so that they can reach you. Please set it before `watch`.',
  },
  pollEvery: { default: '15m', help: 'How often a watched source is polled, unless the sources file says otherwise.' },
  fetchArticles: { default: 'yes', help: 'Whether `watch` fetches the page behind each item: yes or no.' },
  recheck: {
    default: '1h 6h 24h',
    help: 'Ages at which `watch` looks at an article again for changes; empty for never.',
  },
  hostPause: {
    default: '2s',
    help: 'Pause between two requests to one host; longer where its robots.txt asks for it.',
  },
  hostsAtOnce: { default: '8', help: 'Hosts that `watch` speaks to at the same time, with one connection each.' },
  fetchTimeout: {
    default: '60s',
    help: 'Longest time for one page, however slowly it comes; a third of it to its first word.',
  },
  maxPage: { default: '16000000', help: 'Largest page that is fetched, in bytes, packed or unpacked.' },
  allowAddresses: {
    default: '',
    help: 'Private addresses that may be fetched from all the same, with spaces between them: 127.0.0.1 10.1.0.0/16.',
  },
} as const satisfies Record<string, { default: string; help: string }>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = Readonly<Record<SettingName, string>>;

/** Settings whose values must not be shown whole. */
export const SECRET_SETTINGS: ReadonlySet<SettingName> = new Set(['database', 'token']);

/** Environment variable of a setting: `maxReport` is `TRUCEWATCH_MAX_REPORT`. */
export const variableOf = (name: SettingName): string =>
  `TRUCEWATCH_${name.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase()}`;

/** Effective settings from an environment. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const entries = Object.entries(SETTINGS).map(([name, { default: value }]) => [
    name,
    environment[variableOf(name as SettingName)] ?? value,
  ]);
  return Object.fromEntries(entries) as Settings;
}
