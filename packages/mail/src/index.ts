export { createMailClient } from "./client.ts";
export { type RenderedLetter, renderLetter, type Sender } from "./render.ts";
export { letterTags, sendLetter } from "./send.ts";
