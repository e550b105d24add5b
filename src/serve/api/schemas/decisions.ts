/** Schemas of what comes in: decisions, one or many. */
import { z } from 'zod';
import { DECISION_TYPES } from '../../../model/decision.ts';
import { KindSchema, named, opt } from './basics.ts';

const text = (most: number) => z.string().min(1).max(most);

/** Which fields a decision needs goes by its type; what is missing is told by the answer. */
export const DecisionRequestSchema = named(
  'DecisionRequest',
  z.strictObject({
    type: z.enum(DECISION_TYPES),
    target: text(2000).meta({
      description: 'Id of an entry or record; of a decision for undo, an actor code for side, a report for record',
    }),
    why: text(2000),
    by: opt(text(200)),
    other: opt(text(2000).meta({ description: 'merge: the other entry; split: the record that is taken out' })),
    slot: opt(text(100)),
    value: opt(z.unknown().meta({ description: 'correct: as JSON or as people type it' })),
    grade: opt(z.string().regex(/^[A-F][1-6]$/)),
    side: opt(text(100)),
    situation: opt(text(100)),
    to: opt(text(200).meta({ description: 'assign: who is to look at it' })),
    kind: opt(KindSchema),
    spans: opt(
      z
        .array(z.strictObject({ start: z.int().min(0), end: z.int().min(1) }))
        .min(1)
        .max(20),
    ),
    slots: opt(z.record(text(100), z.unknown())),
    says: opt(text(300).meta({ description: 'record: who says it, "ARM MIL: Defence Ministry"' })),
  }),
);

export const DecisionsRequestSchema = named(
  'DecisionsRequest',
  z.strictObject({ decisions: z.array(DecisionRequestSchema).min(1).max(200) }),
);
