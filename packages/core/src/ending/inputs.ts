import * as z from "zod";
import { limits } from "../limits.ts";
import { text } from "../text.ts";

/** Body of sending a prepared ending back. */
export const EndingReturn = z.strictObject({ reason: text(limits.noteLengthMax) });
