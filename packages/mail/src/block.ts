/** A part of a letter: written once, shown as HTML and as plain text. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Pairs of a label and a value: amounts, dates, references. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** Amounts of money that add up: right-aligned, with the last one as the outcome. */
  | { readonly kind: "sums"; readonly sums: readonly (readonly [label: string, amount: string])[] }
  /** How full a vessel is, 0 to 1; a picture of numbers that stand beside it in words, so plain text has no part of it. */
  | { readonly kind: "level"; readonly part: number }
  /** Words of somebody else, shown as such. */
  | { readonly kind: "quote"; readonly text: string }
  /** Things to do, each with the page where it is done. */
  | { readonly kind: "tasks"; readonly tasks: readonly TaskLine[] }
  /** Another way out than the button: a question, and a link that answers it. */
  | { readonly kind: "way"; readonly question: string; readonly label: string; readonly path: string }
  /** A code to type over, large. */
  | { readonly kind: "code"; readonly code: string };

/** One thing to do: what it is about, what is asked, and where. */
export interface TaskLine {
  readonly title: string;
  readonly says: string;
  readonly path: string;
}

/** A letter before it is drawn: one subject, one heading, one button. */
export interface Draft {
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly button: { readonly label: string; readonly path: string };
  /** What comes after the button: a copy of what was sent, objection, rights. */
  readonly after?: readonly Block[];
}

export const text = (words: string): Block => ({ kind: "text", text: words });
export const heading = (words: string): Block => ({ kind: "heading", text: words });
export const list = (items: readonly string[]): Block => ({ kind: "list", items });
export const facts = (...pairs: readonly (readonly [string, string])[]): Block => ({ kind: "facts", facts: pairs });
export const sums = (...pairs: readonly (readonly [string, string])[]): Block => ({ kind: "sums", sums: pairs });
export const level = (partCents: number, wholeCents: number): Block => ({
  kind: "level",
  part: partCents / wholeCents,
});
export const quote = (words: string): Block => ({ kind: "quote", text: words });
export const tasks = (lines: readonly TaskLine[]): Block => ({ kind: "tasks", tasks: lines });
export const way = (question: string, label: string, path: string): Block => ({ kind: "way", question, label, path });
export const code = (digits: string): Block => ({ kind: "code", code: digits });
