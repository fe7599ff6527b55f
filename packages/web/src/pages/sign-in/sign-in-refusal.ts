import type { SendResult } from "../../forms/form.ts";
import { Refused, refusalOf } from "../../reading/api.ts";
import { signIn } from "../../words/nl.ts";

type Why = keyof typeof signIn.wrong;

/** Why a code or link did not work, as the API tells it. */
export function whyWrong(error: unknown): Why | undefined {
  if (!(error instanceof Refused) || error.problem.code !== "code-wrong") return undefined;
  const why = String(error.problem.details?.["why"] ?? "unknown");
  return Object.hasOwn(signIn.wrong, why) ? (why as Why) : "unknown";
}

/** The sentence for it, with the tries that are left. */
export function wrongSentence(error: unknown): string | undefined {
  const why = whyWrong(error);
  if (why === undefined) return undefined;
  const left = error instanceof Refused ? error.problem.details?.["triesLeft"] : undefined;
  // The wrong code that used up the last try.
  if (why === "wrong" && left === 0) return signIn.wrong.tries();
  return signIn.wrong[why](typeof left === "number" ? left : undefined);
}

/** What the code field says when the API refuses. */
export function refusalOfCode(error: unknown): SendResult {
  const sentence = wrongSentence(error);
  return sentence === undefined ? refusalOf(error) : { ok: false, errors: [{ field: "code", message: sentence }] };
}
