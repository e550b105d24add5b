/** Stands above every printed page: which conflict, as of which moment, in which zone, and the address that shows it again. */
import type { Overview } from '../../../src/serve/api/types.ts';
import { useApi } from '../data/answers.ts';
import { zoned } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useFrameWords } from '../messages/frame.ts';

export function PaperHead() {
  const { zone, asOf } = useView();
  const words = useFrameWords();
  const { data, envelope } = useApi<Overview>('/overview');
  const at = asOf ?? envelope?.asOf;
  return (
    <p className="paper-head">
      <b>trucewatch</b>
      <span>{data?.situations[0]?.name}</span>
      {at !== undefined && <span>{`${words.asOf} ${zoned(at, zone)}`}</span>}
      <span>{`${words.timesIn} ${zone}`}</span>
      {envelope !== undefined && <span>{words.revision(envelope.revision.slice(0, 12))}</span>}
      <span className="address">{window.location.pathname + window.location.search}</span>
    </p>
  );
}
