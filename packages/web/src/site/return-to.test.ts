import { describe, expect, test } from "vitest";
import { returnPath, signInAndReturn } from "./return-to.ts";

describe("after signing in", () => {
  test("a page of this site is returned to, with its query", () => {
    expect(returnPath("/ondernemingen/aanmelden?stap=3")).toBe("/ondernemingen/aanmelden?stap=3");
    expect(signInAndReturn("/mijn")).toBe("/inloggen?terug=%2Fmijn");
  });

  test.each(["//elders.example", "/\\elders.example", "https://elders.example", "mijn", "", `/${"a".repeat(200)}`])(
    "nobody is sent to %j",
    (asked) => expect(returnPath(asked)).toBeUndefined(),
  );

  test("sign-in does not return to itself", () => {
    expect(signInAndReturn("/inloggen?terug=%2Fmijn")).toBe("/inloggen");
  });
});
