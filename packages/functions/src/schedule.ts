import process from "node:process";
import { createMailClient } from "@hevel/mail";
import { compose } from "./composition.ts";
import { createClockHandler } from "./handle-clock.ts";
import { writeJobLine } from "./log.ts";
import { createPostman } from "./postman.ts";

const composition = compose(process.env);
const postman = createPostman(composition, createMailClient(), writeJobLine);

/** The Lambda that the clock calls: does what time asks for. */
export const handler = createClockHandler(composition, postman, writeJobLine);
