/** The steps of the corroboration ladder, lowest first. */
import type { CorroborationStep } from '../../../src/model/ledger.ts';

export const CORROBORATION_STEPS_SHOWN: readonly CorroborationStep[] = [
  'one party alone',
  'several voices of one side',
  'outlet observed',
  'other party admits',
  'third party confirms',
  'verified',
];
