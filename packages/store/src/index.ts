export { createDocumentClient } from "./client.ts";
export { accesses, placements } from "./keys.ts";
export { createDigest, createIds } from "./random.ts";
export { createStore, type StoreOptions } from "./store.ts";
export { readImage, type StreamedRecord } from "./stream.ts";
