import type { Event, EventCode } from "../../reading/answers.ts";
import { formatCents } from "../money.ts";
import { categories } from "./categories.ts";

type Facts = Event["facts"];

const money = (facts: Facts): string => {
  const cents = facts["amountCents"];
  return typeof cents === "number" ? formatCents(cents) : "een bedrag";
};

const categoryOf = (facts: Facts): string => {
  const category = facts["category"];
  return typeof category === "string" && Object.hasOwn(categories, category)
    ? ` aan ${categories[category as keyof typeof categories].toLowerCase()}`
    : "";
};

const promised = (facts: Facts): string => {
  const milestone = facts["milestone"];
  return typeof milestone === "string" ? `: ${milestone}` : "";
};

const headlineOf = (facts: Facts): string => {
  const headline = facts["headline"];
  return typeof headline === "string" ? `: ${headline.replace(/\.$/, "")}` : "";
};

const advised = { award: "toekennen", "award-in-part": "voor een deel toekennen", reject: "afwijzen" } as const;

const adviceOf = (name: string, facts: Facts, what = "Het advies"): string => {
  const outcome = facts["outcome"];
  return typeof outcome === "string" && Object.hasOwn(advised, outcome)
    ? `${what} over het voorstel van ${name} is: ${advised[outcome as keyof typeof advised]}.`
    : `${what} over het voorstel van ${name} staat online.`;
};

/**
 * What happened, in one short sentence; `name` is the enterprise. A code of the API without a sentence does not compile.
 * The title of the proposal stands beside it as a link.
 */
export const events = {
  title: "Wat er deze week gebeurde",
  all: "Alles wat gebeurde",
  empty: "Deze week gebeurde er nog niets. Betalingen, besluiten en nieuws ziet u hier meteen.",
  more: (count: number) => (count === 1 ? "Toon ook de vorige" : `Toon ook de ${count} eerdere`),
  kinds: { money: "Geld", decision: "Besluit", promise: "Belofte", news: "Nieuws", step: "Stap" },
  sentences: {
    "enterprise-registered": (name) => `${name} heeft zich aangemeld.`,
    "enterprise-verified": (name) => `De gemeente heeft ${name} gecontroleerd.`,
    "proposal-submitted": (name) => `${name} diende een voorstel in.`,
    "proposal-edited": (name) => `${name} paste het voorstel aan.`,
    "proposal-withdrawn": (name) => `${name} trok het voorstel in.`,
    "review-started": (name) => `De gemeente begon met het voorstel van ${name}.`,
    "completion-asked": (name) => `De gemeente vroeg ${name} om meer informatie.`,
    "proposal-completed": (name) => `${name} vulde het voorstel aan.`,
    "advice-given": (name, facts) => adviceOf(name, facts),
    "advice-corrected": (name, facts) => adviceOf(name, facts, "Het aangepaste advies"),
    "decision-prepared": () => "Het besluit ligt klaar om te nemen.",
    "decision-returned": () => "Het besluit gaat terug naar de behandelaar.",
    "proposal-awarded": (name, facts) =>
      facts["outcome"] === "award-in-part"
        ? `Voor een deel ja op het voorstel: ${name} krijgt ${money(facts)}.`
        : `Ja op het voorstel: ${name} krijgt ${money(facts)}.`,
    "proposal-rejected": (name) => `Nee op het voorstel van ${name}.`,
    "transfer-proposed": (_name, facts) => `Een betaling van ${money(facts)} ligt klaar.`,
    "transfer-approved": (_name, facts) => `Een tweede persoon keurde de betaling van ${money(facts)} goed.`,
    "transfer-refused": (_name, facts) => `De betaling van ${money(facts)} ging niet door.`,
    "transfer-expired": (_name, facts) => `De betaling van ${money(facts)} is verlopen. Er is niets betaald.`,
    "transfer-paid": (name, facts) => `De gemeente betaalde ${money(facts)} aan ${name}.`,
    "expense-confirmed": (name, facts) => `${name} gaf ${money(facts)} uit${categoryOf(facts)}.`,
    "expense-corrected": (name, facts) => `${name} boekte een uitgave van ${money(facts)} terug.`,
    "milestone-reached": (name, facts) => `${name} kwam een belofte na${promised(facts)}.`,
    "update-posted": (name, facts) => `${name} plaatste nieuws${headlineOf(facts)}.`,
    "evaluation-asked": (name) => `De evaluatie van ${name} is begonnen.`,
    "evaluation-published": (name) => `De evaluatie van ${name} staat online.`,
    "money-returned": (name, facts) => `${name} had niet alles nodig: ${money(facts)} ging terug in de pot.`,
    "mandate-closed": (name) => `Het mandaat van ${name} is afgerond.`,
  } satisfies Record<EventCode, (name: string, facts: Facts) => string>,
};
