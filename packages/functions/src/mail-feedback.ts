import process from "node:process";
import { compose } from "./composition.ts";
import { createFeedbackHandler } from "./handle-feedback.ts";
import { writeJobLine } from "./log.ts";

/** The Lambda that hears what became of letters: bounces, complaints, refusals. */
export const handler = createFeedbackHandler(compose(process.env), writeJobLine);
