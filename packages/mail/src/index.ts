export { type RenderedLetter, renderLetter, type Sender } from "./render.ts";
export { sendLetter } from "./send.ts";
