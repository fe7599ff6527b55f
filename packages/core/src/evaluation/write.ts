import { next } from "../change.ts";
import type { Mandate, Voice } from "../mandate/mandate.ts";
import type { Deps, SignedIn } from "../ports.ts";
import type { Change } from "../store.ts";
import { assertFrom } from "../transition.ts";
import type { EnterpriseEvaluation, Evaluation, OfficerEvaluation } from "./evaluation.ts";
import type { WrittenEvaluation } from "./view.ts";

/** An evaluation is written from when it was asked until it is published. */
const whileWritten = { from: ["evaluation"] } as const satisfies { readonly from: readonly Mandate["status"][] };

/** Throws `wrong-state` when this mandate is not being evaluated. */
export function assertWritable(mandate: Mandate): void {
  assertFrom(whileWritten, mandate.status);
}

/** At the moment of writing the mandate is being evaluated: no voice slips in after publishing. */
export function stillWritable({ id }: Mandate): Change {
  return {
    check: "mandate",
    ref: { id },
    when: [{ field: "status", is: "in", value: whileWritten.from, refusal: "wrong-state" }],
  };
}

type Written =
  | { readonly by: "enterprise"; readonly content: EnterpriseEvaluation }
  | { readonly by: "officer"; readonly content: OfficerEvaluation };

/** The mandate knows who wrote, so that who has it now is read from one record. */
function heard(mandate: Mandate, by: Voice, at: string): Change {
  const { voices = [] } = mandate;
  if (voices.includes(by)) return stillWritable(mandate);
  // What the officer writes meanwhile leaves it with the board.
  const turn = by === "enterprise" ? { turnSince: at } : {};
  return next("mandate", mandate, { voices: [...voices, by], ...turn }, [
    { field: "status", is: "in", value: whileWritten.from, refusal: "wrong-state" },
  ]);
}

/**
 * Keeps the one evaluation of the enterprise or of the officer, as it is now; writing again replaces it until it is
 * published. `also` are further conditions of the same commit.
 */
export async function keepEvaluation(
  deps: Deps,
  mandate: Mandate,
  actor: SignedIn,
  voice: Written,
  also: readonly Change[],
): Promise<WrittenEvaluation> {
  assertWritable(mandate);
  const { id: mandateId } = mandate;
  const earlier = await deps.store.get("evaluation", { mandateId, author: voice.by });
  const writtenAt = deps.clock.now().toISOString();
  const id = earlier?.id ?? deps.ids.next("eva");
  const shared = { id, mandateId, writtenBy: actor.personId, writtenAt, revision: 0 };
  const record: Evaluation =
    voice.by === "enterprise"
      ? { ...shared, by: "enterprise", author: "enterprise", content: voice.content }
      : { ...shared, by: "officer", author: "officer", content: voice.content };
  const change: Change =
    earlier === undefined ? { put: "evaluation", record, refusal: "stale" } : next("evaluation", earlier, record);
  await deps.store.commit([change, heard(mandate, voice.by, writtenAt), ...also]);
  return { id, mandateId, writtenAt };
}
