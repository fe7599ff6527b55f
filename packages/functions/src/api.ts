import { createApp } from "@hevel/api";
import { handle } from "hono/aws-lambda";
import { createPortal } from "./portal.ts";

/** The Lambda of the API: all of it in one function. */
export const handler = handle(createApp(createPortal(process.env)));
