export { createDocumentClient } from "./client.ts";
export { accesses, placements } from "./keys.ts";
export type { StoreOptions } from "./options.ts";
export { createDigest, createIds } from "./random.ts";
export { createStore } from "./store.ts";
export { readImage, type StreamedRecord } from "./stream.ts";
