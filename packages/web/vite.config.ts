import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { contentSecurityPolicy } from "./build/content-security-policy.ts";
import { trimCss } from "./build/trim-css.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  plugins: [solid()],
  css: { postcss: { plugins: [trimCss(here("src"))] } },
  build: {
    target: "es2022",
    // Fonts and pictures stay files: the content security policy refuses data: fonts.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    manifest: true,
    modulePreload: { polyfill: false },
  },
  preview: { headers: { "Content-Security-Policy": contentSecurityPolicy } },
});
