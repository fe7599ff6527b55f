import process from "node:process";
import { readStageSettings } from "./stage-settings.ts";

/** The settings of the stage that is being deployed. */
export const stage = readStageSettings(process.env);

/** Stages whose data are real: nothing in them is removed, and their backups cannot be unlocked. */
export const isPermanent = $app.protect;

/** A physical name that tells people in the AWS console whose it is. */
export const nameOf = (what: string): string => `${$app.name}-${$app.stage}-${what}`;
