import process from "node:process";
import { createMailClient } from "@hevel/mail";
import { compose } from "./composition.ts";
import { createStreamHandler } from "./handle-stream.ts";
import { writeJobLine } from "./log.ts";
import { createPostman } from "./postman.ts";

const composition = compose(process.env);
const postman = createPostman(composition, createMailClient(), writeJobLine);

/** The Lambda on the table's stream: sends the letters in the outbox. */
export const handler = createStreamHandler(composition, postman, writeJobLine);
