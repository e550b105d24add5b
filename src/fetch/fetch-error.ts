/** What can go wrong with a fetch: an error of the catalogue, with what the scheduler needs to know of it. */
import { TrucewatchError, type ErrorKey } from '../model/errors.ts';

interface Details {
  /** Status of the answer, where there was one. */
  readonly status?: number;
  /** The server asked not to be called before this moment, in milliseconds since 1970. */
  readonly retryAt?: number;
  readonly cause?: unknown;
}

/** Keys that another try of the same address will not mend: what the site lays down, and what we refuse. */
const LASTING: ReadonlySet<string> = new Set([
  'fetch-missing',
  'fetch-forbidden',
  'fetch-robots',
  'fetch-address',
  'fetch-redirects',
  'fetch-too-large',
  'fetch-scheme',
] satisfies ErrorKey[]);

/** Whether a later try could end otherwise than with this key. */
export const isPassingKey = (key: string): boolean => key.startsWith('fetch-') && !LASTING.has(key);

export class FetchError extends TrucewatchError {
  readonly status: number | undefined;
  readonly retryAt: number | undefined;

  constructor(key: ErrorKey, of: string, { status, retryAt, cause }: Details = {}) {
    super(key, of, cause);
    this.status = status;
    this.retryAt = retryAt;
  }
}
