import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESClient, SendEmailCommand, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { localCredentials, REGION } from "./aws.ts";
import { awaitLetter, readLetters, startMailbox } from "./mailbox.ts";
import { isPortBusy, LOOPBACK } from "./ports.ts";

const mailbox = await startMailbox();
const client = new SESClient({ endpoint: mailbox.endpoint, region: REGION, credentials: localCredentials });
afterAll(async () => {
  client.destroy();
  await mailbox.stop();
});

test("a raw letter arrives with both its bodies and a subject outside ASCII", async () => {
  const to = `${randomUUID()}@voorbeeldstad.example`;
  const { MessageId } = await client.send(new SendRawEmailCommand({ RawMessage: { Data: rawLetter(to) } }));

  const letter = await awaitLetter(mailbox.endpoint, { to });
  expect(letter).toMatchObject({
    id: MessageId,
    to: [to],
    subject: "Uw code: één, twee",
    from: "hevel@voorbeeldstad.example",
  });
  expect(letter.text).toContain("Beste bewoner");
  expect(letter.html).toContain("<p>Beste bewoner</p>");
  expect(Date.now() - Date.parse(letter.receivedAt)).toBeLessThan(60_000);
});

test("a simple letter arrives too, and letters are told apart by address and subject", async () => {
  const to = `${randomUUID()}@voorbeeldstad.example`;
  for (const subject of ["Ontvangst", "Besluit"]) {
    await client.send(
      new SendEmailCommand({
        Source: "hevel@voorbeeldstad.example",
        Destination: { ToAddresses: [to] },
        Message: { Subject: { Data: subject }, Body: { Text: { Data: `Over: ${subject}` } } },
      }),
    );
  }
  expect((await readLetters(mailbox.endpoint, { to })).map(({ subject }) => subject)).toEqual(["Ontvangst", "Besluit"]);
  expect((await awaitLetter(mailbox.endpoint, { to, subject: "Ontvangst" })).text).toBe("Over: Ontvangst");
});

test("a raw letter sent with SES v2 arrives as well", async () => {
  const to = `${randomUUID()}@voorbeeldstad.example`;
  const response = await fetch(`${mailbox.endpoint}/v2/email/outbound-emails`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "AWS4-HMAC-SHA256 Credential=local" },
    body: JSON.stringify({ Content: { Raw: { Data: Buffer.from(rawLetter(to)).toString("base64") } } }),
  });
  expect(response.status).toBe(200);
  expect((await awaitLetter(mailbox.endpoint, { to })).text).toContain("Beste bewoner");
});

test("waiting for a letter that does not come names it", async () => {
  const waiting = awaitLetter(mailbox.endpoint, {
    to: "niemand@voorbeeldstad.example",
    subject: "Besluit",
    withinMs: 1,
  });
  await expect(waiting).rejects.toThrow('No letter to niemand@voorbeeldstad.example about "Besluit" came within');
});

test("the mailbox has a page for people", async () => {
  const page = await fetch(mailbox.endpoint);
  expect(page.headers.get("content-type")).toContain("text/html");
});

test("letters are there after a restart when they have a folder", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hevel-mail-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const to = `${randomUUID()}@voorbeeldstad.example`;
  const first = await startMailbox({ dataDir });
  await client.send(new SendRawEmailCommand({ RawMessage: { Data: rawLetter(to) } }));
  await first.stop();
  expect(await isPortBusy(Number(new URL(first.endpoint).port))).toBe(false);
  await fetch(`${mailbox.endpoint}/clear-store`, { method: "POST" });

  const second = await startMailbox({ dataDir });
  onTestFinished(() => second.stop());
  expect(await readLetters(second.endpoint, { to })).toHaveLength(1);
});

test("a busy port is told, with what to do", async () => {
  const squatter = createServer().listen(0, LOOPBACK);
  await new Promise((resolve) => squatter.once("listening", resolve));
  onTestFinished(() => void squatter.close());
  const address = squatter.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(startMailbox({ port })).rejects.toThrow(`Port ${port}, meant for the mailbox, is in use`);
});

function rawLetter(to: string): Uint8Array {
  const lines = [
    "From: hevel@voorbeeldstad.example",
    `To: ${to}`,
    "Subject: =?UTF-8?Q?Uw_code:_=C3=A9=C3=A9n,_twee?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="grens"',
    "",
    "--grens",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Beste bewoner",
    "--grens",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<p>Beste bewoner</p>",
    "--grens--",
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
}
