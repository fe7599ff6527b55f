import {
  type Deps,
  LetterId,
  MunicipalityCode,
  noteUndelivered,
  type Undelivered,
  unconfirmFollows,
} from "@hevel/core";
import { letterTags } from "@hevel/mail";
import type { EventBridgeEvent } from "aws-lambda";
import * as z from "zod";
import type { Composition } from "./composition.ts";
import type { JobLine } from "./log.ts";

const recipients = z.array(z.object({ emailAddress: z.string() }));

/** What SES tells through EventBridge about a message; only what is used of it. */
const Feedback = z.object({
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())).optional() }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }).optional(),
  complaint: z.object({ complaintFeedbackType: z.string().nullish(), complainedRecipients: recipients }).optional(),
  reject: z.object({ reason: z.string() }).optional(),
});
type Feedback = z.infer<typeof Feedback>;

interface Verdict {
  readonly why: Undelivered["why"];
  /** Addresses that get no more letters they did not ask for again. */
  readonly stop: readonly string[];
}

/** What an event means; undefined for one that is no complaint after all. */
function judge({ bounce, complaint, reject }: Feedback): Verdict | undefined {
  if (bounce !== undefined) {
    const addresses = bounce.bouncedRecipients.map(({ emailAddress }) => plain(emailAddress));
    // A full mailbox or a mail server that is down says nothing about tomorrow.
    if (bounce.bounceType !== "Permanent") return { why: "mailbox-unavailable", stop: [] };
    return { why: "bounce", stop: addresses };
  }
  if (complaint !== undefined) {
    if (complaint.complaintFeedbackType === "not-spam") return undefined;
    return { why: "complaint", stop: complaint.complainedRecipients.map(({ emailAddress }) => plain(emailAddress)) };
  }
  return reject === undefined ? undefined : { why: "refused", stop: [] };
}

/** An address as SES may report it: with or without a name before it. */
const plain = (address: string) => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;

/**
 * Remembers what became of a letter: on the letter itself, and by ending the follows of an address that is gone or does
 * not want them. May hear the same twice. @throws ZodError for an event that is not one of SES.
 */
export function createFeedbackHandler(composition: Composition, log: (line: JobLine) => void) {
  return async (event: Pick<EventBridgeEvent<string, unknown>, "time" | "detail">): Promise<void> => {
    const feedback = Feedback.parse(event.detail);
    const verdict = judge(feedback);
    if (verdict === undefined) return;
    const about = letterOf(feedback);
    // Letters name their municipality; whatever else was sent from this address concerns all of them.
    const concerned = about === undefined ? composition.municipalities : [about.municipality];
    for (const municipality of concerned) {
      const deps = await composition.depsFor(municipality);
      if (deps === undefined) continue;
      if (about !== undefined) {
        await noteUndelivered(deps, about, { why: verdict.why, at: instantOf(event.time, deps) });
        log({ level: "warn", event: "letter-undelivered", municipality, letterId: about.id, why: verdict.why });
      }
      for (const address of verdict.stop) {
        const done = await unconfirmFollows(deps, address);
        if (done > 0) log({ level: "info", event: "follows-ended", municipality, done, why: verdict.why });
      }
    }
  };
}

/** The letter an event is about, by the tags it was sent with. */
function letterOf({ mail: { tags = {} } }: Feedback) {
  const id = LetterId.safeParse(tags[letterTags.letter]?.[0]);
  const municipality = MunicipalityCode.safeParse(tags[letterTags.municipality]?.[0]);
  const createdAt = new Date(Number(tags[letterTags.createdAt]?.[0] ?? Number.NaN));
  if (!id.success || !municipality.success || Number.isNaN(createdAt.getTime())) return undefined;
  return { id: id.data, municipality: municipality.data, createdAt: createdAt.toISOString() };
}

/** EventBridge tells the second; our instants have milliseconds. */
const instantOf = (time: string, deps: Deps): string => {
  const at = new Date(time);
  return (Number.isNaN(at.getTime()) ? deps.clock.now() : at).toISOString();
};
