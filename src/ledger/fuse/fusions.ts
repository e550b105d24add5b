/** The fusion of each kind, in the order in which entries are listed. */
import type { RecordKind } from '../../model/record.ts';
import { agreementFusion } from './agreement.ts';
import { type Engine, createEngine } from './engine.ts';
import { incidentFusion } from './incident.ts';
import type { Fusion } from './kind.ts';
import { meetingFusion } from './meeting.ts';
import { eventFusion, mechanismFusion, observationFusion, planFusion, statementFusion, tollFusion } from './others.ts';
import { requestFusion } from './request.ts';

/** The engines of all kinds; what they compare is their own affair. */
export type Engines = Readonly<Record<RecordKind, Engine<unknown>>>;

const engine = <F>(fusion: Fusion<F>): Engine<unknown> => createEngine(fusion);

/** Empty engines for every kind. */
export const createEngines = (): Engines => ({
  agreement: engine(agreementFusion),
  incident: engine(incidentFusion),
  toll: engine(tollFusion),
  observation: engine(observationFusion),
  request: engine(requestFusion),
  meeting: engine(meetingFusion),
  plan: engine(planFusion),
  mechanism: engine(mechanismFusion),
  statement: engine(statementFusion),
  event: engine(eventFusion),
});
