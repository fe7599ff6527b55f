/** How what people type is read, the same in page and API. Without zod, so that the first load of a page stays small. */
export * from "./clean.ts";
export * from "./digits.ts";
export * from "./email.ts";
export * from "./iban.ts";
export * from "./kvk-number.ts";
export * from "./phone.ts";
export * from "./planned-day.ts";
export * from "./web-address.ts";
export * from "./working-day.ts";
