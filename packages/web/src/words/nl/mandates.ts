/** A mandate and its money, wherever it is shown. */
export const mandates = {
  hint: "Een mandaat is een afspraak: een bedrag, een tijd en een paar regels.",
  spentOfPaid: (paid: string, awarded: string) => `uitgegeven, van ${paid} betaald en ${awarded} toegekend`,
  spentWord: "uitgegeven",
  label: "Mandaat",
  awarded: "Toegekend",
  paid: "Betaald",
  spent: "Uitgegeven",
  applied: (amount: string) => `Vraagt ${amount}`,
  more: (count: number) => (count === 1 ? "en nog 1 mandaat" : `en nog ${count} mandaten`),
  promises: (kept: number, due: number, late: number, coming: number) => {
    if (due === 0) return "Nog geen beloften die klaar moesten zijn";
    const tail = [
      ...(late > 0 ? [`${late} te laat`] : []),
      ...(coming > 0 ? [`${coming} ${coming === 1 ? "komt" : "komen"} nog`] : []),
    ];
    return [`${kept} van ${due} beloften gehaald`, ...tail].join(", ");
  },
  missed: (title: string, planned: string) => `Niet gehaald: ${title}, beloofd voor ${planned}`,
  late: (title: string, planned: string, reached: string) =>
    `Te laat: ${title}, beloofd voor ${planned}, gehaald op ${reached}`,
  coming: (title: string, planned: string) => `Komt nog: ${title}, voor ${planned}`,
  promisesHint: "Een belofte is een stap uit het plan met een datum.",
  sums: {
    is: "=",
    plus: "+",
    granted: "Toegekend in het besluit",
    paid: "Betaald door de gemeente",
    toCome: "Komt nog",
    released: "Vrijgevallen: niet nodig, terug in de pot",
    spent: "Uitgegeven, met een bon",
    held: "Nog op de rekening van de onderneming",
    due: "Nog terug te betalen",
    refunded: "Terugbetaald aan de gemeente",
    counted: (awarded: string, paid: string) =>
      `Wat terugkwam telt niet meer mee. In de cijfers van deze site staat daarom ${awarded} toegekend en ${paid} betaald.`,
  },
  noneYet: "Nog geen mandaat",
  term: (from: string, until: string) => `Van ${from} tot en met ${until}`,
};
