import type { LetterKind } from "./letter.ts";

/** To an address that somebody typed, who may have no business with it. */
interface ByAnybody {
  readonly to: "typed-address";
  /** Field of the payload with where its reader refuses more: "Ik ken dit niet", or takes back what was sent under the address. */
  readonly refusal: "refusalPath" | "disavowalPath" | "path";
  /** Fields of the payload with words that the one who caused it typed: none of them leads anywhere. */
  readonly typed: readonly string[];
}

/** To a board that made its address public to nobody: with words that anybody typed. */
interface ToBoardFromAnybody {
  readonly to: "board";
  readonly refusal: "contact";
  readonly typed: readonly string[];
}

/** To who asked for it or works with it: a board about its own affairs, city hall, a confirmed follower. */
type ByBusiness = "own-affairs" | "city-hall" | "follower";

/**
 * Who causes each letter, and what its reader can do against it. A letter that a stranger can cause says so, can be refused in
 * one press, is limited per network and day, and holds no name that nobody checked and no address in typed words: a test walks
 * all of them by this table.
 */
export const letterCauses = {
  "sign-in": { to: "typed-address", refusal: "refusalPath", typed: [] },
  "follow-confirm": { to: "typed-address", refusal: "refusalPath", typed: [] },
  "evaluation-confirm": { to: "typed-address", refusal: "refusalPath", typed: ["sentence"] },
  invitation: { to: "typed-address", refusal: "disavowalPath", typed: ["name", "inviter", "enterprise"] },
  "formal-receipt": { to: "typed-address", refusal: "path", typed: [] },
  "formal-step": { to: "typed-address", refusal: "path", typed: [] },
  question: { to: "board", refusal: "contact", typed: ["question", "answerTo"] },
  "invitation-declined": "own-affairs",
  "enterprise-verified": "own-affairs",
  "enterprise-refused": "own-affairs",
  "iban-proposed": "own-affairs",
  "iban-settled": "own-affairs",
  "board-changed": "own-affairs",
  "seat-ended": "own-affairs",
  receipt: "own-affairs",
  withdrawn: "own-affairs",
  "completion-asked": "own-affairs",
  "completion-received": "own-affairs",
  decision: "own-affairs",
  "transfer-waiting": "own-affairs",
  "transfer-paid": "own-affairs",
  "expense-waiting": "own-affairs",
  "expense-returned": "own-affairs",
  "evaluation-asked": "own-affairs",
  "content-hidden": "own-affairs",
  "content-restored": "own-affairs",
  "mandate-closed": "own-affairs",
  ending: "own-affairs",
  update: "follower",
  "task-waiting": "city-hall",
  morning: "city-hall",
  "case-moved": "city-hall",
} as const satisfies { readonly [K in LetterKind]: ByAnybody | ToBoardFromAnybody | ByBusiness };
