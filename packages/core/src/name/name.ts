import { line, text } from "../text.ts";
import { hasAddress } from "./has-address.ts";

/** A name of a person or enterprise, or what else strangers read in a letter: one line of 1 to `max` characters that leads nowhere (`hasAddress`). */
export const Name = (max: number) => line(max).refine((name) => !hasAddress(name), "address");

/** Text of several lines that somebody else reads in a letter of the municipality, and that leads nowhere. */
export const TextWithoutAddress = (max: number) => text(max).refine((words) => !hasAddress(words), "address");
