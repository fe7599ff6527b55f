import * as z from "zod";
import { limits } from "./limits.ts";
import { cleanLine, cleanText, countCharacters, hasRefused, readEmail } from "./typed/typed.ts";

const tooLong = (input: string, maximum: number): z.core.$ZodRawIssue => ({
  code: "too_big",
  origin: "string",
  maximum,
  inclusive: true,
  input,
  message: "too-long",
});

/** Adds what is wrong with the length and the characters of a text; characters are counted as the page counts them. */
const within =
  (max: number): z.core.CheckFn<string> =>
  ({ value, issues }) => {
    if (countCharacters(value) > max) issues.push(tooLong(value, max));
    if (hasRefused(value)) issues.push({ code: "custom", input: value, message: "characters" });
  };

/** One line of text, cleaned of what nobody sees (typed/clean.ts), 1 to `max` characters. */
export const line = (max: number) =>
  z.string("required").overwrite(cleanLine).min(1, "required").check(within(max)).meta({ maxLength: max });

/** Text of several lines, cleaned of what nobody sees, 1 to `max` characters. */
export const text = (max: number) =>
  z.string("required").overwrite(cleanText).min(1, "required").check(within(max)).meta({ maxLength: max });

/** Text of several lines that may be left empty. */
export const textOrEmpty = (max: number) =>
  z.string("required").overwrite(cleanText).check(within(max)).meta({ maxLength: max });

/** Text that is still being written: kept exactly as typed, at most `max` characters once it is cleaned. */
export const textInProgress = (max: number) =>
  z
    .string("required")
    .refine((typed) => typed.isWellFormed(), "characters")
    .check(({ value, issues }) => {
      if (countCharacters(cleanText(value)) > max) issues.push(tooLong(value, max));
    })
    .meta({ maxLength: max });

/** An e-mail address, cleaned and further as typed: which mailbox and whose it is, says person/mailbox.ts. Its shape: `readEmail`. */
export const Email = z
  .string("required")
  .overwrite((typed) => readEmail(typed) ?? cleanLine(typed))
  .min(1, "required")
  .max(limits.emailLengthMax, "too-long")
  .refine((address) => readEmail(address) !== undefined, "email")
  .meta({ format: "email" });
export type Email = string;

/** A path of our own site to go to next: printable ASCII, one leading slash, so it can never name another host. */
export const SitePath = z
  .string("required")
  .max(200, "too-long")
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/, "path");
