import process from "node:process";
import { type Browser, type LaunchOptions, chromium as playwright } from "playwright-core";
import { prepareBrowserFiles } from "./browser-files.ts";

/**
 * A Chromium without a screen: the one that `HEVEL_CHROME` names, else the one from npm, else the Chrome of this machine. The global set-up
 * has put the one from npm on disk before any journey asks for it.
 */
export async function openBrowser(): Promise<Browser> {
  const settings: LaunchOptions = {
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    headless: true,
  };
  const own = process.env["HEVEL_CHROME"];
  if (own !== undefined) return playwright.launch({ ...settings, executablePath: own });
  const packed = await prepareBrowserFiles();
  if (packed === undefined) return playwright.launch({ ...settings, channel: "chrome" });
  const { executablePath, environment } = packed;
  return playwright.launch({ ...settings, executablePath, env: { ...process.env, ...environment } });
}
