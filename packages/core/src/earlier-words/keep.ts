import { DomainError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { Change } from "../store.ts";
import type { EarlierWords } from "./earlier-words.ts";

/**
 * Keeps the words of something that is corrected now (`of`: its name, as `EarlierWords` says). `corrections`: how often it was before, absent when never. Gives the
 * change and the new count, to be written with what is corrected.
 * @throws DomainError `limit-reached` after `limits.correctionsMax`.
 */
export function keepEarlier(
  of: string,
  corrections: number | undefined,
  kept: Pick<EarlierWords, "words" | "until" | "by">,
): { readonly change: Change; readonly corrections: number } {
  const number = (corrections ?? 0) + 1;
  if (number > limits.correctionsMax) throw new DomainError("limit-reached", "It was corrected too often.");
  const record: EarlierWords = { of, number, ...kept };
  return { change: { put: "earlier-words", record, refusal: "stale" }, corrections: number };
}
