import * as z from "zod";
import { limits } from "./limits.ts";

// Control characters other than tab and line breaks never belong in text a person typed; they break mail headers and CSV.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point.
const noControl = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and one line means no line breaks either.
const oneLine = /^[^\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/;

/** One line of text, trimmed, 1 to `max` characters, no control or direction characters. */
export const line = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, "too-long").regex(oneLine, "characters");

/** Text of several lines, trimmed, 1 to `max` characters. */
export const text = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, "too-long").regex(noControl, "characters");

/** An e-mail address: trimmed, lower case, so that one person is one address. */
export const Email = z
  .string("required")
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(limits.emailLengthMax, "too-long")
  .pipe(z.email("email"));
export type Email = string;

/** Text of several lines that may be left empty. */
export const textOrEmpty = (max: number) =>
  z.string("required").trim().max(max, "too-long").regex(noControl, "characters");

/** A path of our own site to go to next: printable ASCII, one leading slash, so it can never name another host. */
export const SitePath = z
  .string("required")
  .max(200, "too-long")
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/, "path");
