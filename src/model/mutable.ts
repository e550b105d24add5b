/** `T` while it is being made: fields filled in one by one cost much less than a literal spread from conditions. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
