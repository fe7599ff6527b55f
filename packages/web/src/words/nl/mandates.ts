/** A mandate and its money, wherever it is shown. */
export const mandates = {
  hint: "Een mandaat is een afspraak: een bedrag, een tijd en een paar regels.",
  spentOf: (whole: string) => `van ${whole} uitgegeven`,
  label: "Mandaat",
  received: "Ontvangen",
  spent: "Uitgegeven",
  left: "Nog te besteden",
  returned: "Terug naar de gemeente",
  applied: (amount: string) => `Vraagt ${amount}`,
  more: (count: number) => (count === 1 ? "en nog 1 mandaat" : `en nog ${count} mandaten`),
  promises: (kept: number, due: number) =>
    due === 0 ? "Nog geen beloften die klaar moesten zijn" : `${kept} van ${due} beloften gehaald`,
  promisesHint: "Een belofte is een stap uit het plan met een datum.",
  noneYet: "Nog geen mandaat",
  term: (from: string, until: string) => `Van ${from} tot en met ${until}`,
};
