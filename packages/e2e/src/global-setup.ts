import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startPortal } from "@hevel/local";
import type { TestProject } from "vitest/node";
import { prepareBrowserFiles } from "./browser-files.ts";
import { resultsDir } from "./results.ts";

/** Where the portal of this run answers. */
export type PortalUnderTest = {
  /** Of the site and the API: `http://localhost:PORT`. */
  readonly origin: string;
  /** Of the mailbox: every letter the portal sent. */
  readonly mailbox: string;
  /** Of the identity provider that staff sign in at. */
  readonly issuer: string;
  /** Where the data are. */
  readonly table: { readonly endpoint: string; readonly name: string };
};

declare module "vitest" {
  interface ProvidedContext {
    readonly portal: PortalUnderTest;
  }
}

/** One portal for the whole run, on free ports and with data of its own: the municipality of the demo, with its story. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  rmSync(resultsDir, { recursive: true, force: true });
  // Before any worker asks for a browser. Unpacking and starting the portal take a processor each.
  const browser = prepareBrowserFiles();
  browser.catch(() => {});
  const dataDir = mkdtempSync(join(tmpdir(), "hevel-e2e-"));
  const [port, mailboxPort, identityPort] = [await freePort(), await freePort(), await freePort()];
  const portal = await startPortal({
    dataDir,
    port,
    mailboxPort,
    identityPort,
    story: true,
    onError: (error) => console.error(error),
  });
  await browser;
  const { origin, mailbox, issuer, table } = portal;
  project.provide("portal", { origin, mailbox, issuer, table });
  return async () => {
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
