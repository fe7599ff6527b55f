import { expect, test } from "vitest";
import { Deviation, expectSame, type Step, walkLoop } from "./walk.ts";

const step = (does: string, run: Step<string[]>["run"]): Step<string[]> => ({ who: "board", does, run });

test("walks the steps in order and tells what was seen", async () => {
  const world: string[] = [];
  const lines: string[] = [];
  const outcome = await walkLoop(
    [
      step("writes", async (seen) => void seen.push("a") as undefined),
      step("reads", async (seen) => `saw ${seen.join()}`),
    ],
    world,
    (line) => lines.push(line.replace(/\d+ ms/, "0 ms")),
  );
  expect(outcome).toEqual({ passed: 2, failed: 0 });
  expect(lines).toEqual(["  ok   1. board  writes (0 ms)", "  ok   2. board  reads: saw a (0 ms)"]);
});

test("stops at a deviation, tells what was expected, and counts what was not walked as failed", async () => {
  const lines: string[] = [];
  const outcome = await walkLoop(
    [
      step("counts", async () => void expectSame(3, 4, "euros") as undefined),
      step("pays", async () => undefined),
      step("thanks", async () => undefined),
    ],
    [],
    (line) => lines.push(line),
  );
  expect(outcome).toEqual({ passed: 0, failed: 3 });
  expect(lines.join("\n")).toContain("euros: expected 4, saw 3");
  expect(lines.at(-1)).toContain("2 more steps not walked.");
});

test("a deviation is nothing but its sentence, a defect comes with where it happened", async () => {
  const told = async (error: Error) => {
    const lines: string[] = [];
    await walkLoop([step("acts", () => Promise.reject(error))], [], (line) => lines.push(line));
    return lines.join("\n");
  };
  expect(await told(new Deviation("no letter"))).not.toContain("walk.test.ts");
  expect(await told(new TypeError("undefined is not a function"))).toContain("walk.test.ts");
});
