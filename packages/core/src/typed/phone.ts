import { cleanCode } from "./digits.ts";

/** Numbers that cost who calls them extra: no place to send a neighbour to. */
const paid = /^(?:(?:\+31|0031)0?|0)90\d/;

/** An area code, or the zero that is left out from abroad. */
const bracketed = /\(\d[\d\s]*\)/g;

/**
 * A telephone number as it was typed, with one blank where there were several: `06 - 12 34 56 78`, `+31 (0)6 12345678`.
 * Eight to fifteen digits (ITU-T E.164). Undefined when it is none, or a paid one (0900, 0906, 0909).
 */
export function readPhone(typed: string): string | undefined {
  const line = cleanCode(typed);
  if (!/^\+?[\d\s().\u2010-\u2015/-]+$/u.test(line)) return undefined;
  if (/[()]/.test(line.replace(bracketed, "")) || (line.match(bracketed)?.length ?? 0) > 2) return undefined;
  const dialled = `${line.startsWith("+") ? "+" : ""}${line.replace(/\(0\)/g, "").replace(/\D/g, "")}`;
  const digits = dialled.replace("+", "").length;
  return digits >= 8 && digits <= 15 && !paid.test(dialled) ? line : undefined;
}
