/** Answers that were made already, as text: kept until the ledger changes, the oldest dropped first, to a bound of memory. */

export interface AnswerCache {
  get(key: string, tag: string): string | undefined;
  set(key: string, tag: string, body: string): void;
}

/** UTF-16 units kept in all, and of one answer. */
const MOST = 48_000_000;
const ONE = 2_000_000;

/** `tag` names the state that answers are made from: another one empties the cache. */
export function createCache(): AnswerCache {
  const kept = new Map<string, string>();
  let [current, size] = ['', 0];
  const drop = (key: string): void => {
    size -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  return {
    get(key, tag) {
      if (tag !== current) return undefined;
      const body = kept.get(key);
      if (body === undefined) return undefined;
      kept.delete(key);
      kept.set(key, body);
      return body;
    },
    set(key, tag, body) {
      if (body.length > ONE) return;
      if (tag !== current) {
        kept.clear();
        [current, size] = [tag, 0];
      }
      drop(key);
      kept.set(key, body);
      size += body.length;
      for (const oldest of kept.keys()) {
        if (size <= MOST) break;
        drop(oldest);
      }
    },
  };
}
