/** Filters of a list live in the address, so that a link shows another reader the same rows. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';

export interface Filters {
  /** What the address asks for, by name; names without a value are left out. */
  readonly values: Readonly<Record<string, string>>;
  readonly isAny: boolean;
  readonly set: (name: string, value: string | undefined) => void;
  readonly clear: () => void;
}

/** The named parameters of the address. Other parameters (moment, language) stay as they are. */
export function useFilters(names: readonly string[]): Filters {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const known = names.join(' ');
  const values = useMemo(() => {
    const asked = new URLSearchParams(text);
    return Object.fromEntries(
      known.split(' ').flatMap((name) => {
        const value = asked.get(name)?.trim() ?? '';
        return value === '' ? [] : [[name, value]];
      }),
    );
  }, [text, known]);
  const set = useCallback(
    (name: string, value: string | undefined): void =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const clear = useCallback(
    (): void =>
      setParameters((before) => {
        const next = new URLSearchParams(before);
        for (const name of known.split(' ')) next.delete(name);
        return next;
      }),
    [setParameters, known],
  );
  return { values, isAny: Object.keys(values).length > 0, set, clear };
}
