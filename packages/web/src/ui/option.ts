/** One thing to choose; the hint is a sentence under it. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}
