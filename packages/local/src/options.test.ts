import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("starts with the data that are there, on the default port", () => {
  expect(readOptions([])).toEqual({ fresh: false, story: true, check: false, port: 4180 });
});

test("takes the flags and a port", () => {
  const { story, ...flags } = readOptions(["--fresh", "--empty", "--check", "--port", "8080"]);
  expect(flags).toEqual({ fresh: true, check: true, port: 8080 });
  expect(story).toBe(false);
  expect(readOptions(["--port=65533"]).port).toBe(65_533);
});

test.each(["0", "65534", "http", "80.5", "-1"])("refuses port %s and says what is possible", (port) => {
  expect(() => readOptions([`--port=${port}`])).toThrow(/--port takes a number from 1 to 65533.*npm start -- /s);
});

test("refuses a flag it does not know, with the usage", () => {
  expect(() => readOptions(["--reset"])).toThrow(/Unknown option '--reset'.*--fresh {8}remove the local data/s);
});
