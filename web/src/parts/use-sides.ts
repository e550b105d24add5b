/** The two sides of the desk's first conflict, for pages that are about no truce of their own. */
import { useMemo } from 'react';
import type { Overview } from '../../../src/serve/api/types.ts';
import { useApi } from '../data/answers.ts';
import { sidesOf, type Sides } from '../data/sides.ts';

export function useSides(): Sides {
  const { data } = useApi<Overview>('/overview');
  return useMemo(() => {
    const parties = data?.truces.find(({ standing }) => !standing)?.parties ?? data?.situations[0]?.sides ?? [];
    return sidesOf(parties, data?.names ?? {});
  }, [data]);
}
