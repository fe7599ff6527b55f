import * as z from "zod";
import { IsoDate, IsoInstant } from "../calendar.ts";

/** That a task that cannot wait was written about to whom it waits for: once for each time it comes to wait. */
export const TaskCall = z.strictObject({ task: z.string(), calledAt: IsoInstant, expiresAt: IsoInstant });
export type TaskCall = z.infer<typeof TaskCall>;

/** The name under which a day is done, when everybody had what they should. */
export const everybody = "everybody";

/** That somebody had a morning letter on a day, and which tasks it named; `to` is a person, or `everybody` for the day itself. */
export const MorningLetter = z.strictObject({
  day: IsoDate,
  to: z.string(),
  tasks: z.array(z.string()),
  expiresAt: IsoInstant,
});
export type MorningLetter = z.infer<typeof MorningLetter>;
