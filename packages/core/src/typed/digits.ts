import { cleanLine } from "./clean.ts";

const digit = /\p{Nd}/u;

/** Digits of every script as ours: `٠٩٠٠` and `०९००` are dialled as 0900. Ten follow on each other in each script. */
export function withPlainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    let zero = code;
    while (digit.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}

/** A number or code that was typed, as one line: wide letters and digits, and digits of other scripts, as ours. */
export const cleanCode = (typed: string): string => withPlainDigits(cleanLine(typed).normalize("NFKC"));
