/** Addresses that answer with no envelope: exports, calendar, feeds, the stream of changes, the ledger whole. */
import { z } from 'zod';
import { EXPORT_FORMATS } from '../../export/export-as.ts';
import { EXPORT_QUERY } from './exports.ts';
import { asOf, word } from './parameters.ts';
import type { Route } from './route.ts';

export interface FileRoute extends Pick<Route, 'path' | 'summary' | 'params' | 'query' | 'examples'> {
  readonly mediaTypes: readonly string[];
}

const { as_of, truce } = EXPORT_QUERY;

/** What the document says of them; `mount.ts` answers them. */
export const FILE_ROUTES: readonly FileRoute[] = [
  {
    path: '/exports/{format}',
    summary: 'The ledger in a format of others',
    params: { format: z.enum(EXPORT_FORMATS.map(({ name }) => name)) },
    query: EXPORT_QUERY,
    mediaTypes: [...new Set(EXPORT_FORMATS.map(({ mediaType }) => mediaType))],
    examples: [
      { path: '/exports/geojson?kind=incident&from=2022-09-13&to=2022-09-15', says: 'A map of three days' },
      { path: '/exports/acled?truce={truce}&redact=persons,notes', says: 'A table of one truce' },
      { path: '/exports/sitrep-md?from=2022-09-14&to=2022-09-14&language=ru', says: 'A situation report in Russian' },
    ],
  },
  {
    path: '/calendar.ics',
    summary: 'The agenda as iCalendar',
    params: {},
    query: { as_of, truce },
    mediaTypes: ['text/calendar; charset=utf-8'],
    examples: [
      { path: '/calendar.ics', says: 'The whole agenda' },
      { path: '/calendar.ics?as_of=2022-09-14', says: 'As it stood at the end of a day' },
    ],
  },
  {
    path: '/feeds/{name}',
    summary: 'A feed of new entries, changes or due items',
    params: { name: z.enum(['new.atom', 'changes.atom', 'due.atom']) },
    query: { as_of, truce },
    mediaTypes: ['application/atom+xml; charset=utf-8'],
    examples: [
      { path: '/feeds/new.atom', says: 'New entries' },
      { path: '/feeds/due.atom?truce={truce}', says: 'What is due of one truce' },
    ],
  },
  {
    path: '/events',
    summary: 'Changes as server-sent events',
    params: {},
    query: { since: word('Number of the last change that is known') },
    mediaTypes: ['text/event-stream'],
    examples: [{ path: '/events?since=0', says: 'From the beginning' }],
  },
  {
    path: '/ledger',
    summary: 'The whole ledger as one value, for small archives',
    params: {},
    query: { as_of: asOf },
    mediaTypes: ['application/json'],
    examples: [{ path: '/ledger?as_of=2022-09-13', says: 'As it stood at the end of a day' }],
  },
  {
    path: '/openapi.json',
    summary: 'This document, with examples that hold for the archive that gives it',
    params: {},
    query: {},
    mediaTypes: ['application/json'],
    examples: [{ path: '/openapi.json', says: 'The document' }],
  },
];
