import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { Refused } from "../../reading/api.ts";
import type { Draft } from "./answers.ts";
import { createDraftSync, type DraftServer } from "./draft-sync.ts";
import { createPlanForm } from "./plan-form.ts";
import { emptyPlan, valuesOf } from "./plan-values.ts";

type Saved = NonNullable<Draft["saved"]>;

/** A server that keeps one draft as ours does: a save over an older revision is refused. */
function makeServer() {
  let draft: Draft["draft"] = {};
  let revision = 0;
  let saved: Saved | undefined;
  const calls: number[] = [];
  const stale = () =>
    new Refused({ type: "about:blank", title: "", status: 409, detail: "", code: "stale", requestId: "" });
  const put = (next: Draft["draft"], by: Saved) => {
    draft = next;
    saved = by;
    revision += 1;
    return { revision };
  };
  const server: DraftServer = {
    save: async (next, over, save) => {
      calls.push(over);
      await Promise.resolve();
      if (over !== revision) throw stale();
      // What a form sends is what it reads back: the brand of a district code is the only difference in type.
      return put(next as Draft["draft"], { at: "2026-11-21T12:00:00.000Z", isMine: true, save });
    },
    read: async () => ({
      id: "prp_1" as Draft["id"],
      enterprise: { id: "ent_1" as Draft["enterprise"]["id"], name: "De Buurtschuur" },
      draft,
      isPublicOnceSent: true,
      revision,
      problems: [],
      ...(saved === undefined ? {} : { saved }),
    }),
  };
  const byOther = (title: string) => put({ title }, { at: "2026-11-21T12:05:00.000Z", isMine: false, name: "Vera" });
  return { server, calls, byOther, title: () => draft.title };
}

function open(server: DraftServer) {
  const onServer = valuesOf({}, 0);
  return createRoot(() => {
    const form = createPlanForm({ draftKey: "", initial: onServer, send: async () => ({ ok: true }) });
    return { form, sync: createDraftSync(server, "voorstel:prp_1", form, onServer) };
  });
}

test("saves that wait on each other are one conversation, never a conflict with oneself", async () => {
  const { server, calls, title } = makeServer();
  const { form, sync } = open(server);
  form.set("title", "Bomen");
  const first = sync.flush();
  form.set("title", "Bomen en struiken");
  expect(await Promise.all([first, sync.flush(), sync.flush(), sync.flush()])).toEqual([true, true, true, true]);
  expect(title()).toBe("Bomen en struiken");
  expect(calls.length).toBeLessThanOrEqual(2);
  expect(sync.state().kind).toBe("saved");
});

test("a save that arrived though its answer was lost is known as one's own", async () => {
  const { server, title } = makeServer();
  const lossy: DraftServer = {
    ...server,
    save: async (...args) => {
      await server.save(...args);
      throw new TypeError("the connection went away");
    },
  };
  let isLossy = true;
  const { form, sync } = open({ ...server, save: (...args) => (isLossy ? lossy : server).save(...args) });
  form.set("title", "Bomen");
  expect(await sync.flush()).toBe(false);
  expect(sync.state().kind).toBe("local");
  isLossy = false;
  form.set("title", "Bomen, met de buren");
  expect(await sync.flush()).toBe(true);
  expect(title()).toBe("Bomen, met de buren");
});

test("what somebody else wrote is not overwritten: who, when and what are there to choose from", async () => {
  const { server, byOther, title } = makeServer();
  const { form, sync } = open(server);
  byOther("Struiken");
  form.set("title", "Bomen");
  expect(await sync.flush()).toBe(false);
  expect(sync.state()).toMatchObject({
    kind: "conflict",
    theirs: { draft: { title: "Struiken" }, saved: { name: "Vera" } },
  });
  expect(title()).toBe("Struiken");
  expect(await sync.flush()).toBe(false);
  await sync.keepMine();
  expect(title()).toBe("Bomen");
  expect(sync.state().kind).toBe("saved");
});

test("one answer of the other can be taken over, or all of them", async () => {
  const { server, byOther, title } = makeServer();
  const { form, sync } = open(server);
  byOther("Struiken");
  form.set("title", "Bomen");
  form.set("what", "Wij planten.");
  await sync.flush();
  sync.takeTheirs("title");
  expect(form.snapshot()).toMatchObject({ title: "Struiken", what: "Wij planten." });
  await sync.keepMine();
  expect(title()).toBe("Struiken");
  byOther("Gras");
  form.set("title", "Bloemen");
  await sync.flush();
  sync.takeTheirs();
  expect(form.snapshot()).toMatchObject({ title: "Gras", what: emptyPlan.what });
  expect(sync.state().kind).toBe("quiet");
});

test("the same words by somebody else are no conflict", async () => {
  const { server, byOther } = makeServer();
  const { form, sync } = open(server);
  byOther("Bomen");
  form.set("title", "Bomen");
  expect(await sync.flush()).toBe(true);
  expect(sync.state().kind).toBe("saved");
});

test("words that the API refuses are said to be refused, and stay here", async () => {
  const { server } = makeServer();
  const problem = { type: "about:blank", title: "", status: 400, detail: "", code: "invalid" as const, requestId: "" };
  const { form, sync } = open({ ...server, save: () => Promise.reject(new Refused(problem)) });
  form.set("title", "Te lang");
  expect(await sync.flush()).toBe(false);
  expect(sync.state().kind).toBe("refused");
  expect(form.snapshot().title).toBe("Te lang");
});
