import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, onTestFinished, test } from "vitest";
import { makeOnce } from "./cache.ts";

let versions = 0;
const version = () => `${process.pid}-${versions++}`;

/** What a test made is gone after it. */
function remove(folder: string): string {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const write = (word: string) => async (folder: string) => writeFileSync(join(folder, "word"), word);
const wordIn = (folder: string) => readFileSync(join(folder, "word"), "utf8");

test("makes a thing once, however many ask for it at the same time", async () => {
  const name = version();
  let times = 0;
  const make = async (folder: string) => {
    times += 1;
    await write("once")(folder);
  };
  const [one, other] = await Promise.all([makeOnce("trial", name, make), makeOnce("trial", name, make)]);
  await makeOnce("trial", name, make);
  expect([times, one, wordIn(remove(one))]).toEqual([1, other, "once"]);
});

test("keeps what another program put there first", async () => {
  const name = version();
  const made = await makeOnce("trial", name, async (folder) => {
    const destination = join(folder, "..", `trial-${name}`);
    mkdirSync(destination);
    await write("theirs")(destination);
    await write("ours")(folder);
  });
  expect(wordIn(remove(made))).toBe("theirs");
});

test("leaves nothing of what could not be made", async () => {
  const name = version();
  let unfinished = "";
  const making = makeOnce("trial", name, async (folder) => {
    unfinished = folder;
    await write("half")(folder);
    throw new Error("No more paper.");
  });
  await expect(making).rejects.toThrow("No more paper.");
  expect(existsSync(unfinished)).toBe(false);
  expect(wordIn(remove(await makeOnce("trial", name, write("whole"))))).toBe("whole");
});

test("forgets what was not used for a week, and nothing younger", async () => {
  const [stale, recent] = [
    await makeOnce("trial", version(), write("old")),
    await makeOnce("trial", version(), write("new")),
  ];
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
  utimesSync(stale, daysAgo(8), daysAgo(8));
  utimesSync(recent, daysAgo(6), daysAgo(6));
  remove(await makeOnce("trial", version(), write("newest")));
  expect([existsSync(stale), existsSync(remove(recent))]).toEqual([false, true]);
});
