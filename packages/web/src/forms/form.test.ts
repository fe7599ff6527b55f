import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { createForm, type SendResult } from "./form.ts";

const required = (values: { title: string; lines: { amount: string }[] }) => [
  ...(values.title === "" ? [{ field: "title", message: "Geef een titel" }] : []),
  ...values.lines.flatMap((line, index) =>
    line.amount === "" ? [{ field: `lines.${index}.amount`, message: "Vul het bedrag in" }] : [],
  ),
];

function makeForm(send: () => Promise<SendResult> = async () => ({ ok: true })) {
  return createRoot(() => createForm({ initial: { title: "", lines: [{ amount: "" }] }, check: required, send }));
}

test("all errors are shown at once, and nothing is sent", async () => {
  let sent = 0;
  const form = makeForm(async () => {
    sent += 1;
    return { ok: true };
  });
  expect(await form.submit()).toBe(false);
  expect(form.errors().map((error) => error.field)).toEqual(["title", "lines.0.amount"]);
  expect(form.bind("title").error).toBe("Geef een titel");
  expect(form.bindRow("lines", 0, "amount").error).toBe("Vul het bedrag in");
  expect(form.attempts()).toBe(1);
  expect(sent).toBe(0);
});

test("what was typed stays as it was typed, also when sending fails", async () => {
  const form = makeForm(async () => {
    throw new TypeError("network");
  });
  form.bind("title").onInput("Buurttuin");
  form.bindRow("lines", 0, "amount").onInput("1.250,-");
  expect(await form.submit()).toBe(false);
  expect(form.failure()).toEqual({ message: undefined });
  expect(form.snapshot()).toEqual({ title: "Buurttuin", lines: [{ amount: "1.250,-" }] });
  expect(form.isSending()).toBe(false);
});

test("errors that the API finds stand at their fields like our own", async () => {
  const form = makeForm(async () => ({ ok: false, errors: [{ field: "title", message: "Deze titel bestaat al" }] }));
  form.set("title", "Buurttuin");
  form.bindRow("lines", 0, "amount").onInput("1");
  expect(await form.submit()).toBe(false);
  expect(form.bind("title").error).toBe("Deze titel bestaat al");
  expect(form.failure()).toBeUndefined();
});

test("a second press while sending does not send twice", async () => {
  let sent = 0;
  let finish = (_: SendResult) => {};
  const form = makeForm(() => {
    sent += 1;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  form.set("title", "Buurttuin");
  form.bindRow("lines", 0, "amount").onInput("1");
  const first = form.submit();
  expect(await form.submit()).toBe(false);
  finish({ ok: true });
  expect(await first).toBe(true);
  expect(sent).toBe(1);
});

test("an error goes away once it is solved, and no new one appears while typing", async () => {
  const form = makeForm();
  await form.submit();
  form.set("title", "Buurttuin");
  form.addRow("lines", { amount: "" });
  form.recheck();
  expect(form.errors().map((error) => error.field)).toEqual(["lines.0.amount"]);
});

test("one screen of a longer form is checked on its own", async () => {
  const form = makeForm();
  expect(await form.part(["title"]).submit()).toBe(false);
  expect(form.errors().map((error) => error.field)).toEqual(["title"]);
  form.set("title", "Buurttuin");
  expect(await form.part(["title"]).submit()).toBe(true);
  expect(await form.part(["lines"]).submit()).toBe(false);
  expect(form.errors().map((error) => error.field)).toEqual(["lines.0.amount"]);
});

test("rows are added and taken away without disturbing the others", () => {
  const form = makeForm();
  form.addRow("lines", { amount: "2" });
  form.addRow("lines", { amount: "3" });
  form.removeRow("lines", 1);
  expect(form.snapshot().lines).toEqual([{ amount: "" }, { amount: "3" }]);
});

test("an error that only the API can judge stays until something else is typed there", async () => {
  const form = makeForm(async () => ({
    ok: false,
    errors: [{ field: "title", message: "Deze titel is al gebruikt" }],
  }));
  form.bind("title").onInput("Buurttuin");
  form.bindRow("lines", 0, "amount").onInput("10");
  await form.submit();
  form.recheck();
  expect(form.bind("title").error).toBe("Deze titel is al gebruikt");
  form.bind("title").onInput("Buurttuin Molenveld");
  form.recheck();
  expect(form.errors()).toEqual([]);
});
