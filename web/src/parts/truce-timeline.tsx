/** The timeline of a truce, or of all of them, out of the API's answer. */
import { useMemo } from 'react';
import type { Timeline as TimelineAnswer } from '../../../src/serve/api/types.ts';
import { shortDay } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useTerms } from '../messages/terms.ts';
import { useTruceWords } from '../messages/truces.ts';
import { coverageOf, marksOf, trucesOf } from '../pictures/from-api.ts';
import { Timeline } from '../pictures/timeline.tsx';

export interface TruceTimelineProps {
  readonly data: TimelineAnswer;
  readonly sides: Sides;
  readonly source: string;
  readonly current?: string;
  readonly asOf?: string | undefined;
}

export function TruceTimeline({ data, sides, source, current, asOf }: TruceTimelineProps) {
  const { zone, link } = useView();
  const words = useTruceWords();
  const terms = useTerms();
  const look = useMemo(() => ({ sides, zone, link }), [sides, zone, link]);
  const marks = useMemo(() => marksOf(data, look), [data, look]);
  const now = asOf === undefined ? undefined : Date.parse(asOf);
  return (
    <Timeline
      title={words.timeline}
      source={source}
      above={sides.a === undefined ? words.sideOne : sides.nameOf(sides.a)}
      below={sides.b === undefined ? words.sideOther : sides.nameOf(sides.b)}
      marks={marks}
      truces={trucesOf(data, look, (key) => terms.status[key] ?? key, current)}
      coverage={coverageOf(data.coverage, sides)}
      formatDay={shortDay}
      {...(now !== undefined && { now })}
    />
  );
}
