import type { SESClient } from "@aws-sdk/client-ses";
import { type Delivery, type Deps, deliverLetter, type Letter, type MunicipalityCode } from "@hevel/core";
import { sendLetter } from "@hevel/mail";
import type { Composition } from "./composition.ts";
import { type JobLine, nameOf } from "./log.ts";

/** Sends one letter of a municipality and says so in the log when it did not leave. */
export type Postman = (municipality: MunicipalityCode, deps: Deps, letter: Letter) => Promise<Delivery>;

/** A postman that hands letters to SES. */
export function createPostman(composition: Composition, ses: SESClient, log: (line: JobLine) => void): Postman {
  return async (municipality, deps, letter) => {
    const sender = {
      origin: composition.originOf(municipality),
      from: composition.environment.HEVEL_MAIL_FROM,
      municipality,
    };
    const delivery = await deliverLetter(deps, (claimed) => sendLetter(ses, claimed, sender), letter);
    const { id: letterId, kind, attempts } = letter;
    const about = { municipality, letterId, kind, attempts: attempts + 1 };
    if (delivery.outcome === "waits")
      log({ level: "warn", event: "letter-waits", ...about, why: nameOf(delivery.why) });
    if (delivery.outcome === "failed")
      log({ level: "error", event: "letter-failed", ...about, why: nameOf(delivery.why) });
    return delivery;
  };
}
