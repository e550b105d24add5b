/** "The ceasefire", "the November statement": which instrument a record without a full date means, where that is sure. */
import { intersects } from '../keys.ts';
import { type Window, DAY, HOUR, windowOfValue } from '../time.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import { type Cluster, type Node, type Why, unique } from './kind.ts';
import { partiesAgree } from './parties.ts';

type Chosen = { cluster: Cluster<AgreementFacts>; why: Why } | undefined;
type Candidate = { readonly cluster: Cluster<AgreementFacts>; readonly from: Window | undefined };

/** The instrument that a vague record means. */
export function chooseAgreement(vague: Node<AgreementFacts>, clusters: readonly Cluster<AgreementFacts>[]): Chosen {
  const fitting = clusters.filter((cluster) => cluster.nodes.every((node) => fits(vague.facts, node.facts)));
  if (fitting.length === 0) return undefined;
  if (vague.facts.signed !== '') {
    const only = fitting.length === 1 ? fitting[0]! : undefined;
    return only && chosen(only, 'agreement-only-date', `${vague.facts.signed} can be the date of one instrument only`);
  }
  const own = unique(fitting, (cluster) => (sharesReport(vague, cluster) ? 1 : 0));
  if (own !== undefined)
    return chosen(own, 'agreement-same-report', 'its report dates one such instrument, and this gives no date');
  if (fitting.some((cluster) => sharesReport(vague, cluster))) return undefined;
  return byMoment(vague.facts, fitting);
}

const chosen = (cluster: Cluster<AgreementFacts>, rule: string, reason: string): Chosen => ({
  cluster,
  why: { rule, reason, strength: 1 },
});

function fits(vague: AgreementFacts, clear: AgreementFacts): boolean {
  if (vague.class !== clear.class) return false;
  if (vague.parties.length > 0 && clear.parties.length > 0 && !partiesAgree(vague.parties, clear.parties)) return false;
  if (vague.parties.length === 0 && vague.name === '') return vague.report !== '';
  if (vague.places.length > 0 && !intersects(vague.places, clear.places)) return false;
  if (vague.name !== '' && clear.name !== '' && vague.name !== clear.name && vague.class !== 'ceasefire') return false;
  return vague.signed === '' || datesFit(vague.signed, clear);
}

function datesFit(prefix: string, clear: AgreementFacts): boolean {
  if (clear.signed !== '') return clear.signed.startsWith(prefix) || prefix.startsWith(clear.signed);
  const window = windowOfValue(prefix)!;
  return clear.effective !== undefined && clear.effective.lo >= window.lo - DAY && clear.effective.lo < window.hi + DAY;
}

const sharesReport = (vague: Node<AgreementFacts>, cluster: Cluster<AgreementFacts>): boolean =>
  cluster.nodes.some((node) => node.items.some((a) => vague.items.some((b) => a.card.id === b.card.id)));

/** The truce that was in force or announced when the report came out: the last that had begun, if no other is near. */
function byMoment(vague: AgreementFacts, clusters: readonly Cluster<AgreementFacts>[]): Chosen {
  if (vague.pub === undefined)
    return clusters.length === 1
      ? chosen(clusters[0]!, 'agreement-only-one', 'these parties have one such instrument only')
      : undefined;
  const moment = vague.pub;
  const known = clusters
    .filter((cluster) => isTold(cluster, moment))
    .map((cluster): Candidate => ({ cluster, from: beginning(cluster) }));
  const begun = known.filter(({ from }) => from !== undefined && from.lo < moment.hi);
  const coming = known.filter(
    ({ from }) => from !== undefined && from.lo >= moment.hi && from.lo < moment.hi + 3 * DAY,
  );
  if (begun.length === 0 && coming.length === 1)
    return chosen(
      coming[0]!.cluster,
      'agreement-announced',
      'it is the only one announced for the days after the report',
    );
  const latest = Math.max(...begun.map(({ from }) => from!.lo));
  const last = begun.filter(({ from }) => from!.lo === latest);
  const isClose = begun.some(({ from }) => from!.lo !== latest && latest - from!.lo < 12 * HOUR);
  if (last.length !== 1 || isClose || moment.lo < latest - 12 * HOUR || coming.length > 0) return undefined;
  if (begun.length > 1 && moment.lo < latest && moment.hi > latest) return undefined;
  return chosen(
    last[0]!.cluster,
    'agreement-in-force',
    'it is the last one of these parties that had begun when the report came out',
  );
}

/** Whether some report had told of it by then: nobody means a truce that is not yet known. */
const isTold = (cluster: Cluster<AgreementFacts>, moment: Window): boolean =>
  cluster.nodes.some((node) => node.items.some(({ pub }) => pub === undefined || pub.lo < moment.hi));

function beginning(cluster: Cluster<AgreementFacts>): Window | undefined {
  let first: Window | undefined;
  for (const { facts } of cluster.nodes) {
    const from = facts.effective ?? (facts.signed === '' ? undefined : windowOfValue(facts.signed));
    if (from !== undefined && (first === undefined || from.lo < first.lo)) first = from;
  }
  return first;
}
