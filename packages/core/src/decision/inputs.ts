import * as z from "zod";
import { limits } from "../limits.ts";
import { text } from "../text.ts";

/** Body of sending a prepared decision back. */
export const DecisionReturn = z.strictObject({ reason: text(limits.noteLengthMax) });
