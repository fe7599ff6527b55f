import { cleanCode } from "./digits.ts";

/** The KvK number in what was typed, eight digits without check digit: `KvK 12.34 56-78`. Undefined when it is none. */
export function readKvkNumber(typed: string): string | undefined {
  const digits = cleanCode(typed)
    .replace(/^kvk[\s-]*(?:nummer|nr\.?)?\s*:?/i, "")
    .replace(/[\s.-]/g, "");
  return /^\d{8}$/.test(digits) ? digits : undefined;
}
