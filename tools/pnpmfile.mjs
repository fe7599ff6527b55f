/**
 * What the packages with Node say of their platform is a word where npm wants a list, and pnpm then takes them to be for every machine: each
 * would fetch the programs of all. pnpm asks this file about every package it resolves.
 */
export const hooks = {
  readPackage(manifest) {
    if (!/^node-(bin-)?(linux|darwin|win)-/.test(manifest.name ?? "")) return manifest;
    return { ...manifest, os: [manifest.os].flat(), cpu: [manifest.cpu].flat() };
  },
};
