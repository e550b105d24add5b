/** What a statement is made in, on or to: "in a statement", "on television", "told reporters". */
import { type LexiconEntry, readLexicon } from './load.ts';

export type ChannelKind = 'document' | 'talk' | 'broadcast' | 'network' | 'hearers';

interface ChannelEntry extends LexiconEntry {
  readonly kind: ChannelKind;
}

/** By lemma of the head noun, lower case. */
export type Channels = ReadonlyMap<string, ChannelKind>;

export function loadChannels(): Channels {
  const byForm = new Map<string, ChannelKind>();
  for (const entry of readLexicon<ChannelEntry>('en/channels'))
    for (const form of entry.forms) byForm.set(form, entry.kind);
  return byForm;
}
