import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SESClient } from "@aws-sdk/client-ses";
import type { Letter, LetterId, LetterKind, MunicipalityCode } from "@hevel/core";
import PostalMime from "postal-mime";
import { afterAll, expect, inject, test } from "vitest";
import { createMailClient } from "./client.ts";
import { samples } from "./sample-letters.ts";
import { letterTags, sendLetter } from "./send.ts";

const { mailEndpoint, region } = inject("parts");
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const client = new SESClient({ endpoint: mailEndpoint, region, credentials });
afterAll(() => client.destroy());

const sender = {
  origin: "https://hevel.voorbeeldstad.example",
  from: "Hevel Voorbeeldstad <hevel@voorbeeldstad.example>",
  municipality: "GM9999" as MunicipalityCode,
};

const letterOf = (kind: LetterKind): Letter => ({
  id: "ltr_01ARZ3NDEKTSV4RRFFQ69G5FAV" as LetterId,
  kind,
  to: `${randomUUID()}@example.org`,
  payload: samples[kind],
  createdAt: "2026-11-21T13:05:00.000Z",
  status: "waiting",
  attempts: 0,
});

/** Letters at the mailbox of the test run that went to an address. */
async function arrivedAt(address: string) {
  const { emails } = (await (await fetch(`${mailEndpoint}/store`)).json()) as {
    emails: {
      messageId: string;
      subject: string;
      destination: { to: string[] };
      body: { text: string; html: string };
    }[];
  };
  return emails.filter(({ destination }) => destination.to.some((to) => to.includes(address)));
}

test.each(Object.keys(samples) as LetterKind[])("the letter %s goes through SES to its one reader", async (kind) => {
  const letter = letterOf(kind);
  const id = await sendLetter(client, letter, sender);
  const [arrived, ...more] = await arrivedAt(letter.to);
  expect(more).toEqual([]);
  expect(arrived?.messageId).toBe(id);
  expect(arrived?.destination.to).toHaveLength(1);
  expect(arrived?.body.text).toContain("Hevel Voorbeeldstad");
  expect(arrived?.body.html).toContain('<html lang="nl">');
});

test("it carries what finds it again when SES tells of a bounce, in characters that SES takes", async () => {
  const letter = letterOf("withdrawn");
  const sent: unknown[] = [];
  const watched = new SESClient({ endpoint: mailEndpoint, region, credentials });
  watched.middlewareStack.add(
    (next) => (args) => {
      sent.push(args.input);
      return next(args);
    },
    { step: "initialize" },
  );
  await sendLetter(watched, letter, sender);
  watched.destroy();
  const [{ Tags = [] } = {}] = sent as { Tags?: { Name: string; Value: string }[] }[];
  expect(Tags).toEqual([
    { Name: letterTags.municipality, Value: "GM9999" },
    { Name: letterTags.letter, Value: letter.id },
    { Name: letterTags.createdAt, Value: String(Date.parse(letter.createdAt)) },
  ]);
  for (const { Name, Value } of Tags) expect(`${Name}${Value}`).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
});

test("SES is told bare addresses, in ASCII, and the name of the sender stands in the letter", async () => {
  const sent: { Source?: string; Destinations?: string[]; RawMessage?: { Data: Uint8Array } }[] = [];
  const watched = createMailClient({ endpoint: mailEndpoint, region, credentials });
  watched.middlewareStack.add(
    (next) => (args) => {
      sent.push(args.input as (typeof sent)[number]);
      return next(args);
    },
    { step: "initialize" },
  );
  const letter = { ...letterOf("withdrawn"), to: "buur@wijk-súd.example" };
  await sendLetter(watched, letter, { ...sender, from: "Súdwest-Fryslân (NH.), team <hevel@súdwest.example>" });
  watched.destroy();
  const [{ Source, Destinations, RawMessage } = {}] = sent;
  expect(Source).toBe("hevel@xn--sdwest-pya.example");
  expect(Destinations).toEqual(["buur@xn--wijk-sd-c2a.example"]);
  const mime = await PostalMime.parse(RawMessage?.Data ?? "");
  expect(mime.from).toMatchObject({ name: "Súdwest-Fryslân (NH.), team" });
});

test("a reply of SES that gets lost is one letter, and an error: the outbox decides about the next try", async () => {
  let taken = 0;
  const losesReplies = createServer((request, response) => {
    request.resume().on("end", () => {
      taken++;
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => losesReplies.listen(0, "127.0.0.1", resolve));
  const { port } = losesReplies.address() as AddressInfo;
  const once = createMailClient({ endpoint: `http://127.0.0.1:${port}`, region, credentials });
  await expect(sendLetter(once, letterOf("withdrawn"), sender)).rejects.toThrow();
  expect(taken).toBe(1);
  once.destroy();
  await new Promise((resolve) => losesReplies.close(resolve));
});

test("a mail system that does not take it is an error of whoever sends", async () => {
  const nobody = new SESClient({ endpoint: "http://127.0.0.1:1", region, credentials, maxAttempts: 1 });
  await expect(sendLetter(nobody, letterOf("withdrawn"), sender)).rejects.toThrow();
  nobody.destroy();
});
