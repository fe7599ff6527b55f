import process from "node:process";
import { type Browser, chromium as playwright } from "playwright-core";

/**
 * A Chromium without a screen. `HEVEL_CHROME` names a browser of this machine; otherwise the one from npm is used, which
 * brings its own system libraries along once it believes it runs where those are missing.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env["HEVEL_CHROME"];
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  // Imported late: the package looks at the environment when it is loaded.
  const { default: packed } = await import("@sparticuz/chromium");
  return playwright.launch({
    executablePath: own ?? (await packed.executablePath()),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    headless: true,
  });
}
