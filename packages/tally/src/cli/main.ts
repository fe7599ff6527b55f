#!/usr/bin/env node
import process from "node:process";
import { run } from "./run.ts";

// Whoever reads the output may stop reading (`| head`); that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), process.stdout, process.stderr);
