/**
 * The patterns by which wink-nlp's English model mends the commonest tags of words: two machines of states, run one
 * after the other over the tags of a text. The longest match wins, and the next one begins behind it.
 */
import model from 'wink-eng-lite-web-model';
import type { Reading } from '../../lexicon/reading.ts';

/** A machine as the model stores it: states and what they do with an event; what ends there; the part that is meant. */
type Stored = readonly [
  version: number,
  states: number,
  next: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ends: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, readonly [fromStart: number, fromEnd: number]>>,
  ...rest: unknown[],
];

interface Machine {
  /** By state and event: the next state, 0 for none. */
  readonly next: Uint8Array;
  /** By state: 1 where a pattern ends for certain, and the state that tells what ended if nothing longer comes. */
  readonly isEnd: Uint8Array;
  readonly otherwise: Uint8Array;
  /** By state: the tag to give, negative when the word need not be known to bear it; 0 for patterns that change nothing. */
  readonly gives: Int8Array;
  /** By state: where in the match the word stands that gets the tag. */
  readonly offset: Uint8Array;
}

/** Events of a state: tags, then the signs of single words. */
const EVENTS = 64;
const FIRST_SIGN = 20;
/** How the model writes its events: signs are above the first number, "nothing else" is the second. */
const SIGN_BASE = 1_080_000;
const OTHERWISE = 2_070_003;

let machines: readonly Machine[] | undefined;

/** Changes `tags` as the patterns say. */
export function applyPatterns(readings: readonly Reading[], tags: Uint8Array): void {
  machines ??= readMachines();
  for (const machine of machines) run(machine, readings, tags);
}

function readMachines(): Machine[] {
  const { machines: stored } = (model.pos as () => { readonly machines: readonly string[] })();
  return stored.map((json) => machineOf(JSON.parse(json) as Stored));
}

function machineOf([, states, next, ends, marks]: Stored): Machine {
  const machine: Machine = {
    next: new Uint8Array((states + 1) * EVENTS),
    isEnd: new Uint8Array(states + 1),
    otherwise: new Uint8Array(states + 1),
    gives: new Int8Array(states + 1),
    offset: new Uint8Array(states + 1),
  };
  for (const [state, events] of Object.entries(next))
    for (const [event, target] of Object.entries(events)) {
      const number = Number(event);
      if (number === OTHERWISE) machine.otherwise[Number(state)] = target;
      else if (number >= SIGN_BASE) machine.next[Number(state) * EVENTS + FIRST_SIGN + number - SIGN_BASE] = target;
      else if (number < FIRST_SIGN) machine.next[Number(state) * EVENTS + number] = target;
    }
  for (const [state, tag] of Object.entries(ends)) {
    machine.isEnd[Number(state)] = 1;
    machine.gives[Number(state)] = Number(tag);
    machine.offset[Number(state)] = marks[state]?.[0] ?? 0;
  }
  return machine;
}

/**
 * Runs one machine over a text. A match changes the tag of a word within it, and the machine goes on behind the match:
 * it never sees what it changed.
 */
function run(machine: Machine, readings: readonly Reading[], tags: Uint8Array): void {
  const { next, isEnd, otherwise } = machine;
  const length = readings.length;
  let first = 0;
  let state = 0;
  let fallback = 0;
  let fallbackEnd = 0;
  for (let from = 0; from < length; from++) {
    for (let at = from; ; at++) {
      const sign = at < length ? readings[at]!.sign : 0;
      const event = at === length ? 0 : sign === 0 ? tags[at]! : FIRST_SIGN + sign;
      const target = next[state * EVENTS + event]!;
      if (state === 0) first = at;
      state = target;
      if (target !== 0 && isEnd[target] === 0) {
        const other = otherwise[target]!;
        if (other !== 0) [fallback, fallbackEnd] = [other, at];
        continue;
      }
      if (target !== 0) {
        give(machine, target, first, readings, tags);
        from = at;
      } else if (fallback !== 0) {
        give(machine, fallback, first, readings, tags);
        from = fallbackEnd;
      }
      state = 0;
      fallback = 0;
      break;
    }
  }
}

function give(machine: Machine, end: number, first: number, readings: readonly Reading[], tags: Uint8Array): void {
  const tag = machine.gives[end]!;
  const at = first + machine.offset[end]!;
  if (tag < 0) tags[at] = -tag;
  else if (tag > 0 && (readings[at]!.allows & (1 << tag)) !== 0) tags[at] = tag;
}
