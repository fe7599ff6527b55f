import { expect, test } from "vitest";
import { retentionOf } from "./kinds.ts";
import { retentions } from "./retention.ts";

test("every kind of personal data says when it is forgotten, and some record is of it", () => {
  const used = new Set(Object.values(retentionOf).flatMap((kinds) => (kinds === "none" ? [] : kinds)));
  expect([...used].toSorted()).toEqual(Object.keys(retentions).toSorted());
});

test.each(Object.entries(retentions))("%s says how long, unless an act of a person ends it", (_kind, retention) => {
  const { forgetOn, ...terms } = retention;
  expect(Object.keys(terms)).toHaveLength(forgetOn === "act" ? 0 : 1);
  for (const term of Object.values(terms)) expect(Number.isInteger(term) && term > 0).toBe(true);
});
