import { expect, test } from "vitest";
import { isOwnAccount } from "./account-holder.ts";
import { board, takePart, words } from "./nl.ts";

test.each([
  ["Buurtkeuken Oosterpark", "Buurtkeuken Oosterpark", true],
  ["  BUURTKEUKEN  OOSTERPARK ", "Buurtkeuken Oosterpark", true],
  ["Buurtkeuken", "Buurtkeuken Oosterpark", false],
  ["B. de Boer", "Buurtkeuken Oosterpark", false],
])("an account in the name of %j of the enterprise %j is its own: %s", (holder, enterprise, expected) => {
  expect(isOwnAccount(holder, enterprise)).toBe(expected);
});

test("the page to take part and the page of the account say the same of whose account it is", () => {
  for (const said of [takePart.questions.need.account, board.bank.lead]) {
    expect(said).toContain(words.accountHolder.rule);
    expect(said).toContain(words.accountHolder.exception);
  }
});
