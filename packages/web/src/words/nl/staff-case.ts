/** Who at city hall has a case, and the letter in the morning. */
export const staffCase = {
  title: "Op naam van",
  nobody: "Nog van niemand",
  nobodyText: "De brieven gaan naar iedereen met uw rol.",
  you: "U",
  youText: "De brieven over deze zaak gaan naar u.",
  colleagueText: "De brieven over deze zaak gaan naar deze collega.",
  take: "Zet op mijn naam",
  takeFor: (title: string) => `Zet op mijn naam: ${title}`,
  takeOver: "Neem over",
  taken: "Deze zaak staat nu op uw naam.",
  release: "Geef terug",
  released: "Deze zaak is nu van niemand.",
  handOver: {
    open: "Geef door aan een collega",
    to: "Aan wie?",
    toEmpty: "Kies een collega.",
    note: "Wat moet uw collega weten?",
    noteHint: "Dit staat in de brief aan uw collega.",
    button: "Geef de zaak door",
    done: (name: string) => `De zaak staat nu op naam van ${name}. Die krijgt een brief.`,
    alone: "Niemand anders heeft deze rol. Doorgeven kan dus niet.",
  },
  row: { nobody: "Op naam van: niemand", you: "Op naam van: u", of: (name: string) => `Op naam van: ${name}` },
};

/** Switching the letter in the morning on and off. */
export const morningLetter = {
  title: "Uw ochtendbrief",
  lead: "Op werkdagen krijgt u om 7 uur een mail met wat op u wacht. Wacht er niets? Dan komt er geen mail.",
  on: "De ochtendbrief staat aan.",
  off: "De ochtendbrief staat uit.",
  urgent: "Moet iets binnen 5 dagen af? Dan krijgt u altijd meteen een mail.",
  turnOff: "Zet de ochtendbrief uit",
  turnOn: "Zet de ochtendbrief aan",
  link: "Uw ochtendbrief",
};
