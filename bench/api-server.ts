/** The server that the API's bench asks, in a process of its own: `node bench/api-server.ts FOLDER`. The API alone, without pages. */
import { deskSource } from '../src/cli/desk-source.ts';
import { startServer } from '../src/serve/server.ts';
import { openSqliteStore } from '../src/store/open.ts';

const store = await openSqliteStore(process.argv[2]!);
const { url } = await startServer({ source: await deskSource(store), host: '127.0.0.1', port: 4790 });
console.log(url);
