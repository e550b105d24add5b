/** What agreement records are compared by. */
import type { AgreementClass, AgreementStage } from '../../model/record.ts';
import type { Window } from '../time.ts';

export interface AgreementFacts {
  readonly class: AgreementClass;
  readonly stage: AgreementStage | undefined;
  readonly parties: readonly string[];
  readonly name: string;
  /** ISO date that identifies it, cut to its precision. */
  readonly signed: string;
  /** When it takes effect. */
  readonly effective: Window | undefined;
  /** Local clock time as said, without the date. */
  readonly clock: string;
  readonly places: readonly string[];
  /** Day on which the report came out: only vague records are told apart by it. */
  readonly pub: Window | undefined;
  /** The report, where the record cannot be placed without it. */
  readonly report: string;
}
