/** Counts and numbers of rows: PostgreSQL hands what may be large over as text. */
export const numberOf = (value: number | string | bigint | null | undefined): number => Number(value ?? 0);
