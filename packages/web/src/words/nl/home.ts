export const home = {
  title: "Start",
  heading: "Echt geld voor plannen uit uw wijk",
  lead: "De gemeente hevelt budget over naar bewoners met een goed plan. U ziet hier waar elke euro blijft.",
  from: "Gemeente",
  to: "Uw wijk",
  doorsTitle: "Waarvoor komt u?",
  doors: {
    plan: {
      title: "Ik heb een plan",
      text: "Lees hoe het gaat, wat u nodig heeft en wie besluit. Dan kunt u meteen beginnen.",
    },
    follow: {
      title: "Ik wil volgen wat er gebeurt",
      text: "Bekijk wat er in uw wijk speelt. U heeft geen account nodig.",
    },
    staff: {
      title: "Ik werk bij de gemeente",
      text: "Behandel voorstellen, besluit en betaal. Log in met uw werkaccount.",
    },
  },
  mapTitle: "Wat gebeurt er in uw wijk?",
  mapText: "Kies uw wijk. U ziet wat bewoners er doen, en met welk geld.",
  mapLink: "Alle wijken in een lijst",
  districtNote: (awarded: string, paid: string) => `${awarded} toegekend, ${paid} betaald`,
  districtNothing: "nog niets toegekend",
  figuresTitle: "De stand van nu",
  figures: {
    awarded: "toegekend: zoveel mogen ondernemingen van bewoners besteden",
    paid: "betaald: dat staat of stond al op hun rekening",
    spent: "uitgegeven, elke euro met een bon",
    active: (count: number) =>
      count === 1
        ? "onderneming van bewoners, gecontroleerd door de gemeente"
        : "ondernemingen van bewoners, gecontroleerd door de gemeente",
  },
  moneyLink: "Volg het geld",
  newsTitle: "Nieuws van ondernemingen",
  newsEmpty: "Zodra een onderneming nieuws plaatst, ziet u het hier.",
  proud: "Hier zijn wij trots op",
  stepsTitle: "Zo werkt het in 7 stappen",
  stepsLink: "Lees hoe het werkt",
};
