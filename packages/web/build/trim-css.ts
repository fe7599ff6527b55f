import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CSSOptions } from "vite";

// Vite brings PostCSS along; its types are reached through Vite's own, so there is no second copy to keep in step.
type InlinePostcss = Exclude<NonNullable<CSSOptions["postcss"]>, string>;
type Accepted = NonNullable<InlinePostcss["plugins"]>[number];
type PostcssPlugin = Exclude<Extract<Accepted, { postcssPlugin: string }>, (...args: never[]) => unknown>;
type Root = Parameters<Extract<NonNullable<PostcssPlugin["OnceExit"]>, (...args: never[]) => unknown>>[0];

const reference = /var\(\s*(--[\w-]+)/g;
const designSystemClass = /\.((?:nl|utrecht)-[\w-]+)/g;

/** Every design system class name that the source mentions as a word. */
export function classesIn(folder: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(tsx?|html)$/.test(entry)) continue;
    const text = readFileSync(join(folder, entry), "utf8");
    for (const match of text.matchAll(/(?:nl|utrecht)-[\w-]+/g)) found.add(match[0]);
  }
  return found;
}

/** Drops each design system rule that can only match a class nobody uses. */
function dropUnusedRules(root: Root, used: ReadonlySet<string>): void {
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => {
      const required = selector.replace(/:(?:not|where|is|has)\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (part) =>
        part.startsWith(":where") ? part : "",
      );
      return [...required.matchAll(designSystemClass)].every((match) => used.has(match[1] ?? ""));
    });
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
}

/** Drops custom properties that nothing reads, until nothing more can go: a token may only feed another unused token. */
function dropUnusedTokens(root: Root): number {
  let dropped = 0;
  for (;;) {
    const read = new Set<string>();
    root.walkDecls((decl) => {
      for (const match of decl.value.matchAll(reference)) read.add(match[1] ?? "");
    });
    let round = 0;
    root.walkDecls(/^--/, (decl) => {
      if (read.has(decl.prop)) return;
      decl.remove();
      round += 1;
    });
    dropped += round;
    if (round === 0) return dropped;
  }
}

/** The base theme has 2,780 tokens and the component styles many variants; a page gets only what this site uses. */
export function trimCss(folder: string): PostcssPlugin {
  return {
    postcssPlugin: "hevel-trim-css",
    OnceExit(root) {
      dropUnusedRules(root, classesIn(folder));
      dropUnusedTokens(root);
      root.walkRules((rule) => {
        if (rule.nodes.length === 0) rule.remove();
      });
    },
  };
}
