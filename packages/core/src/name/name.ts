import { line } from "../text.ts";
import { hasAddress } from "./has-address.ts";

/** A name of a person or enterprise, of 1 to `max` characters: one line that leads nowhere (`hasAddress`). */
export const Name = (max: number) => line(max).refine((name) => !hasAddress(name), "address");
