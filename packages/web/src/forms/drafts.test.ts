import { beforeEach, expect, test } from "vitest";
import { type DraftStorage, draftDaysMax, lastViewerKey, makeDrafts } from "./drafts.ts";

const day = 86_400_000;
let content: Map<string, string>;
let now: number;

const storage: DraftStorage = {
  get length() {
    return content.size;
  },
  key: (index) => [...content.keys()][index] ?? null,
  getItem: (key) => content.get(key) ?? null,
  setItem: (key, value) => void content.set(key, value),
  removeItem: (key) => void content.delete(key),
};
const drafts = makeDrafts(
  () => storage,
  () => now,
);

beforeEach(() => {
  content = new Map([["something:else", "of another site part"]]);
  now = 1_000 * day;
});

test("what was typed is there again after the tab was closed", () => {
  expect(drafts.keep("proposal:new", { title: "Buurttuin", lines: [{ amount: "1.250,-" }] })).toBe(true);
  expect(drafts.read("proposal:new")).toEqual({ title: "Buurttuin", lines: [{ amount: "1.250,-" }] });
});

test("one form does not see the draft of another", () => {
  drafts.keep("proposal:new", { title: "Buurttuin" });
  expect(drafts.read("proposal:prp_1")).toBeUndefined();
});

test("a draft is forgotten after sending", () => {
  drafts.keep("proposal:new", { title: "Buurttuin" });
  drafts.clear("proposal:new");
  expect(drafts.read("proposal:new")).toBeUndefined();
});

test("a draft lasts exactly its days and not a moment longer", () => {
  drafts.keep("proposal:new", { title: "Buurttuin" });
  now += draftDaysMax * day;
  expect(drafts.read("proposal:new")).toEqual({ title: "Buurttuin" });
  now += 1;
  expect(drafts.read("proposal:new")).toBeUndefined();
});

test("sweeping removes old and unreadable drafts and nothing else", () => {
  drafts.keep("old", 1);
  now += draftDaysMax * day + 1;
  drafts.keep("young", 2);
  content.set("hevel:draft:broken", "{");
  drafts.sweep();
  expect([...content.keys()]).toEqual(["something:else", "hevel:draft:young"]);
});

test("signing out forgets every draft and leaves the rest of the storage alone", () => {
  drafts.keep("a", 1);
  drafts.keep("b", 2);
  drafts.clearAll();
  expect([...content.keys()]).toEqual(["something:else"]);
});

test("a device that refuses to store is reported, not hidden, and never throws", () => {
  const full = makeDrafts(
    () => ({
      ...storage,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    }),
    () => now,
  );
  const blocked = makeDrafts(
    () => {
      throw new DOMException("blocked", "SecurityError");
    },
    () => now,
  );
  expect(full.keep("a", 1)).toBe(false);
  expect(blocked.keep("a", 1)).toBe(false);
  expect(blocked.read("a")).toBeUndefined();
  expect(() => blocked.sweep()).not.toThrow();
});

test("something is kept while a draft is there, not for who was signed in last, and not after signing out", () => {
  expect(drafts.hasAny()).toBe(false);
  drafts.keep(lastViewerKey, "anna@wijk.example");
  expect(drafts.hasAny()).toBe(false);
  drafts.keep("proposal:new", { title: "Buurttuin" });
  expect(drafts.hasAny()).toBe(true);
  drafts.clearAll();
  expect(drafts.hasAny()).toBe(false);
});
