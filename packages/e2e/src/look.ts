import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";

/** The widths every page is looked at: a small phone and a desk. */
export const widths = [360, 1280] as const;

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe found on a page: rule, seriousness, and for each place the selector and what to do. */
export interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly places: readonly string[];
}

/** Runs axe for WCAG 2.2 A and AA and its best practices on the page as it is now. */
export async function inspect(page: Page): Promise<readonly Finding[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.map((violation) => ({
    rule: violation.id,
    impact: violation.impact ?? "unknown",
    places: violation.nodes.map(
      (node) => `${node.target.join(" ")}: ${(node.failureSummary ?? "").replace(/\s+/g, " ")}`,
    ),
  }));
}

interface Sight {
  readonly path: string;
  readonly width: number;
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly problems: readonly string[];
  readonly overflow: number;
}

async function look(browser: Browser, base: string, path: string, width: number, folder: string): Promise<Sight> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 1,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(new URL(path, base).href, { waitUntil: "networkidle" });
  await page.evaluate("document.fonts.ready.then(() => true)");
  await page.waitForTimeout(400);
  const file = join(folder, `${path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "home"}-${width}.png`);
  const overflow = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  const findings = await inspect(page);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
  return { path, width, file, findings, problems, overflow };
}

/** `node look.ts BASE_URL FOLDER PATH...`: a picture and the axe findings of each page at each width; exits 1 on any finding. */
async function main(): Promise<void> {
  const [base, folder, ...paths] = process.argv.slice(2);
  if (base === undefined || folder === undefined || paths.length === 0) {
    console.error("usage: node packages/e2e/src/look.ts BASE_URL FOLDER PATH [PATH ...]");
    process.exitCode = 2;
    return;
  }
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  let wrong = 0;
  for (const path of paths) {
    for (const width of widths) {
      const sight = await look(browser, base, path, width, folder);
      wrong += sight.findings.length + sight.problems.length + (sight.overflow > 0 ? 1 : 0);
      console.log(
        `${path} at ${width}: ${sight.findings.length} findings, ${sight.problems.length} messages, ${sight.overflow} px too wide -> ${sight.file}`,
      );
      for (const finding of sight.findings)
        console.log(`  ${finding.impact} ${finding.rule}\n    ${finding.places.join("\n    ")}`);
      for (const problem of sight.problems) console.log(`  browser: ${problem}`);
    }
  }
  await browser.close();
  process.exitCode = wrong === 0 ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) await main();
