export { makeOnce } from "./cache.ts";
export { Browser, type Page } from "./check/browser.ts";
export { awaitLetter, type ReceivedLetter, readLetters } from "./mailbox.ts";
export { type RunningPortal, startPortal } from "./portal.ts";
export { freePort } from "./ports.ts";
export { demoMunicipality } from "./seed/municipality.ts";
export { demoStaff } from "./seed/staff.ts";
