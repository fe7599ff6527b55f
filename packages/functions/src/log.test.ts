import process from "node:process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type JobLine, nameOf, traceOf, writeJobLine } from "./log.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** What a line becomes on standard output. */
function written(line: JobLine) {
  const said: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => said.push(String(chunk)) > 0);
  vi.stubEnv("HEVEL_TABLE", "hevel-table");
  writeJobLine(line);
  return said.map((text) => JSON.parse(text));
}

describe("a line about work that nobody waits for", () => {
  test.each([
    ["letter-failed", "LettersFailed"],
    ["record-failed", "RecordsFailed"],
    ["ledger-wrong", "LedgerWrong"],
  ] as const)("is counted when it is %s", (event, metric) => {
    const [line] = written({ level: "error", event, why: "AccessDeniedException" });
    expect(line).toMatchObject({ event, Table: "hevel-table", [metric]: 1 });
    expect(line._aws.CloudWatchMetrics).toEqual([
      { Namespace: "Hevel", Dimensions: [["Table"]], Metrics: [{ Name: metric, Unit: "Count" }] },
    ]);
    expect(line._aws.Timestamp).toBe(Date.parse(line.at));
  });

  test("is only a line otherwise", () => {
    expect(written({ level: "info", event: "fanned-out", done: 3 })).toEqual([
      { at: expect.any(String), level: "info", event: "fanned-out", done: 3 },
    ]);
  });

  test("is for a log to keep: at a terminal only what is wrong is said", () => {
    vi.stubEnv("HEVEL_LOG", "off");
    expect(written({ level: "warn", event: "letter-waits" })).toEqual([]);
    expect(written({ level: "error", event: "record-failed" })).toHaveLength(1);
  });
});

test("of an error its name and our own file names may be logged, and never its message alone", () => {
  expect(nameOf("text")).toBe("string");
  expect(traceOf(new TypeError("x"))).toEqual({ why: "TypeError", stack: expect.stringContaining("log.test.ts") });
});
