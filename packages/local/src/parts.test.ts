import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startParts } from "./parts.ts";
import { freePort, isPortBusy, LOOPBACK } from "./ports.ts";
import { demoStaff } from "./seed/staff.ts";

test("all parts start together and nothing of them is left after stopping", async () => {
  const parts = await startParts(await settings());
  const ports = [parts.engine.endpoint, parts.files.endpoint, parts.mailbox.endpoint, parts.identity.issuer].map(
    (url) => Number(new URL(url).port),
  );
  expect(await Promise.all(ports.map(isPortBusy))).toEqual([true, true, true, true]);
  expect(parts.streamArn).not.toBe("");
  await parts.stop();
  expect(await Promise.all(ports.map(isPortBusy))).toEqual([false, false, false, false]);
});

test("when one cannot start, the others are stopped and its sentence is passed on", async () => {
  const options = await settings();
  const squatter = createServer().listen(options.identityPort, LOOPBACK);
  await new Promise((resolve) => squatter.once("listening", resolve));
  onTestFinished(() => void squatter.close());

  await expect(startParts(options)).rejects.toThrow(`Port ${options.identityPort}, meant for staff sign-in, is in use`);
  expect(await isPortBusy(options.mailboxPort)).toBe(false);
});

async function settings() {
  const dataDir = mkdtempSync(join(tmpdir(), "hevel-parts-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  return {
    dataDir,
    siteOrigin: "http://localhost:1",
    mailboxPort: await freePort(),
    identityPort: await freePort(),
    municipality: "Voorbeeldstad",
    staff: demoStaff,
    staffRedirectUri: "http://localhost:1/v1/callback",
  };
}
