import { followersLetters, type Letter, type LetterId, type LetterKind, type LetterPayload } from "@hevel/core";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { renderLetter } from "./render.ts";
import { samples } from "./sample-letters.ts";

const sender = {
  origin: "https://hevel.voorbeeldstad.example",
  from: "Hevel Voorbeeldstad <hevel@voorbeeldstad.example>",
};
const kinds = Object.keys(samples) as LetterKind[];

const letterOf = <K extends LetterKind>(kind: K, payload: LetterPayload<K> = samples[kind]): Letter => ({
  id: "ltr_01ARZ3NDEKTSV4RRFFQ69G5FAV" as LetterId,
  kind,
  to: "lezer@example.org",
  payload,
  createdAt: "2026-11-21T13:05:00.000Z",
  status: "waiting",
  attempts: 0,
});

const received = async (letter: Letter, from = sender.from) => {
  const rendered = await renderLetter(letter, { ...sender, from });
  return { ...rendered, mime: await PostalMime.parse(rendered.raw) };
};

describe.each(kinds)("the letter %s", (kind) => {
  test("has one recipient, one subject, and the same words as text and as HTML", async () => {
    const { mime, text } = await received(letterOf(kind));
    expect(mime.to).toEqual([{ name: "", address: "lezer@example.org" }]);
    expect(mime.from).toEqual({ name: "Hevel Voorbeeldstad", address: "hevel@voorbeeldstad.example" });
    expect(mime.replyTo).toEqual([
      kind === "question"
        ? { name: "Hanna van Vliet", address: "hanna@example.org" }
        : { name: "Team Overhevelen", address: "hevel@voorbeeldstad.example" },
    ]);
    expect(mime.headers.filter(({ key }) => key === "subject")).toHaveLength(1);
    expect(mime.cc ?? []).toHaveLength(0);
    expect(mime.bcc ?? []).toHaveLength(0);
    expect(mime.text?.trim()).toBe(text.trim());
    expect(mime.html).toContain('<html lang="nl">');
    expect(mime.html?.match(/<h1/g)).toHaveLength(1);
  });

  test("has one button, and its address in full as text", async () => {
    const { html, text } = await received(letterOf(kind));
    const buttons = [...html.matchAll(/<a href="(https:[^"]+)" style="display:inline-block/g)];
    expect(buttons).toHaveLength(1);
    const url = buttons[0]?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(text).toContain(url);
    const shown = url.replaceAll("&", "&amp;");
    expect(html.split(`<a href="${shown}" style="display:inline-block`).length - 1).toBe(1);
    expect(html.split(`>${shown}</span>`).length - 1).toBe(1);
  });

  test("loads nothing from anywhere: no picture, no script, no style sheet", async () => {
    const { html } = await received(letterOf(kind));
    expect(html).not.toMatch(/<(img|script|link|iframe|form)\b|url\(|src=/i);
  });

  test("is in plain Dutch: short sentences and none of the words nobody says", async () => {
    const { text } = await received(letterOf(kind));
    expect(text).not.toMatch(/\b(middels|teneinde|indien|derhalve|conform|u dient)\b/i);
    const sentences = text
      .split("\n")
      .filter((line) => !/^(>|-|--)|https?:|^[^.!?]+: /.test(line))
      .flatMap((line) => line.split(/[.!?](?:\s|$)/));
    for (const sentence of sentences) expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
  });

  test("can be unsubscribed from with one click when it goes to followers, and only then", async () => {
    const { mime } = await received(letterOf(kind));
    const header = (name: string) => mime.headers.find(({ key }) => key === name)?.value;
    if (followersLetters.includes(kind)) {
      expect(header("list-unsubscribe")).toBe(
        "<https://hevel.voorbeeldstad.example/v1/follows/flw_x/unsubscriptions/s3cret>",
      );
      expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    } else {
      expect(header("list-unsubscribe")).toBeUndefined();
      expect(header("list-unsubscribe-post")).toBeUndefined();
    }
  });
});

describe("the sender", () => {
  test.each([
    "Hevel Súdwest-Fryslân",
    "Hevel Bergen (NH.)",
    "Hevel 's-Hertogenbosch",
    "Utrecht, afdeling Wijken",
    'Hevel "De Stad"',
    "Bergen \\ Op Zoom; Team: Wijken",
    "hevel@gemeente.example",
    "Een gemeente met een naam die zo lang is dat zij in geen enkele regel van een brief past, é",
    "Hevel 👨‍👩‍👧‍👦",
  ])("%s is read back by a mail program as it was written", async (name) => {
    const { mime } = await received(letterOf("withdrawn"), `${name} <post@gemeente.example>`);
    expect(mime.from).toEqual({ name, address: "post@gemeente.example" });
    const contact = { ...samples.withdrawn.contact, name, email: "balie@gemeente.example" };
    const answer = await received(letterOf("withdrawn", { ...samples.withdrawn, contact }));
    expect(answer.mime.replyTo).toEqual([{ name, address: "balie@gemeente.example" }]);
  });

  test("may be written in quotes, and its name cannot add a line or hide its direction", async () => {
    const quoted = await received(letterOf("withdrawn"), String.raw`"Hevel \"Bergen\" (NH.)" <post@gemeente.example>`);
    expect(quoted.mime.from?.name).toBe('Hevel "Bergen" (NH.)');
    const hostile = await received(
      letterOf("withdrawn"),
      "Hevel\r\nBcc: x@y.example \u202eabc <post@gemeente.example>",
    );
    expect(hostile.mime.from?.name).toBe("Hevel Bcc: x@y.example abc");
    expect(hostile.mime.headers.map(({ key }) => key)).not.toContain("bcc");
  });

  test("without a name is the portal of the letter's own municipality", async () => {
    const { mime } = await received(
      letterOf("withdrawn", { ...samples.withdrawn, municipality: "Bergen (NH.)" }),
      "post@gemeente.example",
    );
    expect(mime.from).toEqual({ name: "Hevel Bergen (NH.)", address: "post@gemeente.example" });
  });
});

describe("what people typed", () => {
  const hostile =
    "Ha\r\nBcc: everyone@example.org\r\n\r\n<script>alert(1)</script><img src=x onerror=y> \u202eabc \"&'";

  test("cannot add a header, a recipient or markup", async () => {
    const { mime, html } = await received(
      letterOf("update", { ...samples.update, headline: hostile, body: hostile, title: hostile, enterprise: hostile }),
    );
    expect(mime.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(mime.to).toHaveLength(1);
    expect(html).not.toMatch(/<script|<img/i);
    expect(mime.subject).not.toMatch(/[\r\n\u202e]/);
    expect(html).toContain("&lt;script&gt;");
  });

  test("is cut off in the subject before mail servers do it", async () => {
    const { mime } = await received(
      letterOf("receipt", { ...samples.receipt, title: "a".repeat(80).concat("é".repeat(200)) }),
    );
    expect(mime.subject?.length).toBeLessThanOrEqual(150);
  });

  test("arrives in the subject with every joined emoji whole, and without what cannot be seen", async () => {
    const family = "👨‍👩‍👧‍👦";
    const title = `Buurt\u00adfeest \u202e${family.repeat(6)}\u200b voor Súdwest`;
    const { mime, raw } = await received(letterOf("receipt", { ...samples.receipt, title }));
    expect(mime.subject).toBe(`Ontvangen: Buurtfeest ${family.repeat(6)} voor Súdwest`);
    const [, ...lines] = Buffer.from(raw)
      .toString("latin1")
      .split(/^Subject: /m);
    for (const [word] of lines
      .join("")
      .split(/\r\n(?! )/)[0]
      ?.matchAll(/=\?[^ ]+\?=/g) ?? [])
      expect((await PostalMime.parse(`Subject: ${word}\r\n\r\n`)).subject).toMatch(/^(?!\u200d).*(?<!\u200d)$/u);
  });

  test("of the wrong shape is refused before anything is sent", async () => {
    const broken = { ...letterOf("transfer-paid"), payload: { ...samples["transfer-paid"], amountCents: -1 } };
    await expect(renderLetter(broken, sender)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("the decision", () => {
  test("says until when and where one can object, and why", async () => {
    const { text } = await received(letterOf("decision"));
    expect(text).toContain("19 januari 2027");
    expect(text).toContain("Postbus 1");
    expect(text).toContain("De kosten van de keuken kunnen lager.");
    expect(text).toContain("€ 7.000");
  });

  test("that is a no has no amounts", async () => {
    const { award: _award, ...without } = samples.decision;
    const { text } = await received(letterOf("decision", { ...without, outcome: "reject" }));
    expect(text).toContain("Uw voorstel gaat niet door");
    expect(text).not.toContain("€");
  });
});

test("a receipt holds the moment in Dutch time, the answer's last day and a copy of what was sent", async () => {
  const { text } = await received(letterOf("receipt"));
  expect(text).toContain("zaterdag 21 november 2026 om 14.05 uur");
  expect(text).toContain("maandag 18 januari 2027, tot 23.59 uur");
  for (const words of [
    "Wijk: Noord",
    "(Apparaten en gereedschap)",
    "Keukenapparatuur",
    "€ 6.500,50",
    "€ 7.850,50",
    "Hulp bij de vergunning",
    "Wie wil, kookt mee.",
  ])
    expect(text).toContain(words);
});

describe("a level", () => {
  const widthsIn = (html: string) => [...html.matchAll(/<td width="(\d+)%"/g)].map(([, width]) => Number(width));

  test("is drawn from the amounts that stand beside it, and is nothing in plain text", async () => {
    const { html, text } = await received(letterOf("mandate-closed"));
    expect(widthsIn(html)).toEqual([98, 2]);
    expect(text).toContain("Uitgegeven: € 6.850");
    expect(text).not.toMatch(/\n{3}/);
  });

  test("is whole or empty at its ends", async () => {
    const closed = samples["mandate-closed"];
    const full = await received(letterOf("mandate-closed", { ...closed, spentCents: 100, returnedCents: 0 }));
    expect(widthsIn(full.html)).toEqual([100]);
    const none = await received(letterOf("mandate-closed", { ...closed, spentCents: 0, returnedCents: 100 }));
    expect(widthsIn(none.html)).toEqual([100]);
  });
});

test("a list of letters previews the first words of the letter, which are read aloud once", async () => {
  const { html } = await received(letterOf("transfer-paid"));
  expect(html).toMatch(/<div aria-hidden="true" style="display:none[^"]*">De gemeente heeft geld betaald aan/);
});
