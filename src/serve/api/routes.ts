/** Every route of `/api/v1` that answers with the envelope. The server, the document, the client and the tests read this table. */
import type { Route } from './route.ts';
import { ENTRY_ROUTES } from './routes/entry-routes.ts';
import { REPORT_ROUTES } from './routes/report-routes.ts';
import { TRUCE_ROUTES } from './routes/truce-routes.ts';
import { WORK_ROUTES } from './routes/work-routes.ts';

export const ROUTES: readonly Route[] = [...TRUCE_ROUTES, ...ENTRY_ROUTES, ...REPORT_ROUTES, ...WORK_ROUTES];
