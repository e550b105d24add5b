/** A time with what was stated beside it. */
import { inOneLine, type When as Told } from '../data/times.ts';

interface WhenProps {
  readonly when: Told;
  /** For programs. */
  readonly at?: string | undefined;
  /** Both on one line. */
  readonly isInline?: boolean;
}

export function When({ when, at, isInline = false }: WhenProps) {
  if (isInline)
    return (
      <time className="quiet" dateTime={at}>
        {inOneLine(when)}
      </time>
    );
  return (
    <time className="when" dateTime={at}>
      {when.shown}
      {when.stated !== undefined && <span className="stated">{when.stated}</span>}
    </time>
  );
}
