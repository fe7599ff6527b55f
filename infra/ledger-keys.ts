/**
 * Beginnings of partition keys, after the municipality code, of what is written once: journals, marks of a reversal, and the
 * results of requests that may arrive twice. The functions may add these, and neither change nor delete them.
 */
export const writtenOnce = ["IDEMP#", "JRN#", "REV#"] as const;

/**
 * Beginnings of partition keys of money and what it rests on. The functions may change these (a balance, a status) and never
 * delete them. (The mark that a receipt was used is not among them: it is taken away when its expense is refused.) Entries share their partition with their account, so IAM cannot tell them apart; conditions in the database do,
 * and the hash chain shows it.
 */
export const neverDeleted = [...writtenOnce, "ACC#", "EXP#", "MAN#", "POT#", "TRF#"] as const;

/** As IAM matches them: a municipality code is GM and four digits. */
export const asLeadingKeys = (beginnings: readonly string[]): string[] =>
  beginnings.map((beginning) => `GM????#${beginning}*`);
