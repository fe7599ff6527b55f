import { formatCount } from "../money.ts";

/** What came of a mandate, in the words of three voices. */
export const evaluations = {
  title: "Wat vinden wij ervan?",
  enterprise: "De onderneming zelf",
  residents: "Bewoners",
  officer: "De gemeente",
  promised: "Wat was beloofd",
  reached: { yes: "Gehaald", partly: "Deels gehaald", no: "Niet gehaald" },
  people: (count: number) => (count === 1 ? "1 persoon bereikt" : `${formatCount(count)} mensen bereikt`),
  hours: (count: number) => (count === 1 ? "1 uur vrijwillig werk" : `${count} uur vrijwillig werk`),
  learned: "Wat wij leerden",
  judgement: "Oordeel",
  advice: "Advies voor later",
  score: (score: number) => `cijfer ${String(score).replace(".", ",")}`,
  average: (score: number, count: number) =>
    `Bewoners geven gemiddeld een ${String(score).replace(".", ",")} (${count === 1 ? "1 stem" : `${count} stemmen`}).`,
  empty: "De evaluatie komt als het mandaat is afgelopen. Ook u kunt dan zeggen wat u ervan vindt.",
};
