/** Following a district, an enterprise or a proposal, and stopping again. */
export const follow = {
  title: { district: "Volg deze wijk", enterprise: "Volg deze onderneming", proposal: "Volg dit voorstel" },
  text: {
    district: "U krijgt een e-mail als er nieuws is uit deze wijk. U heeft geen account nodig.",
    enterprise: "U krijgt een e-mail als deze onderneming nieuws heeft. U heeft geen account nodig.",
    proposal: "U krijgt een e-mail bij een besluit, een betaling of nieuws. U heeft geen account nodig.",
  },
  textSignedIn: (email: string) => `U krijgt een e-mail op ${email}.`,
  email: "Uw e-mailadres",
  emailMissing: "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl",
  action: "Volg",
  letterSent: {
    title: "Kijk in uw e-mail",
    text: (email: string) => `Wij stuurden een mail naar ${email}. Druk daarin op de knop. Dan pas volgt u.`,
    stop: "Niets gekregen? Kijk bij ongewenste e-mail.",
  },
  following: {
    title: (name: string) => `U volgt nu ${name}`,
    text: "Stoppen kan altijd, onderaan elke e-mail.",
  },
  confirm: {
    title: "Bevestig dat u volgt",
    lead: "Druk op de knop. Daarna krijgt u e-mail als er nieuws is.",
    action: "Ja, ik wil dit volgen",
    done: (name: string) => `U volgt nu ${name}`,
    doneText: "U krijgt een e-mail als er nieuws is. Stoppen kan altijd, onderaan elke e-mail.",
    toSubject: (name: string) => `Ga naar ${name}`,
  },
  stop: {
    title: "Stop met volgen",
    lead: "Druk op de knop. Daarna krijgt u hierover geen e-mail meer.",
    action: "Stop met volgen",
    done: "U krijgt hierover geen e-mail meer",
    doneText: "Wilt u later weer volgen? Dat kan op de pagina van de wijk, de onderneming of het voorstel.",
    toProposals: "Bekijk de voorstellen",
  },
  broken: {
    title: "Deze link is niet compleet",
    text: "Open de link nog eens vanuit de e-mail. Of kopieer het hele adres uit de e-mail naar uw browser.",
  },
  failed: "Dit is niet gelukt",
  busy: "Even geduld",
};
