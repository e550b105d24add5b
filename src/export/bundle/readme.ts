/** What stands in every bundle for people who unpack it by hand. */
export const README = `A bundle of trucewatch: a ledger of a ceasefire with all that it rests on.

manifest.json            versions, counts, the hash of the ledger, and SHA-256 of every file here
raw/HASH                 a report as it was received, byte for byte
reports/NNNNNN.jsonl     a hundred reports: text, article, card, records; "hash" names the file in raw/
quarantine/              what could not be read, with the reason
decisions.jsonl          what analysts laid down, in order
situations.json          sides of the conflicts, as configured where this was written
ledger/                  the ledger folded from all this, for readers that cannot fold it

Every span is half-open and counts UTF-16 code units of the report's text.
Read it into a store with: trucewatch restore FILE
`;
