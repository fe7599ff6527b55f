export const home = {
  title: "Start",
  heading: "Echt geld voor plannen uit uw wijk",
  lead: "De gemeente hevelt budget over naar bewoners met een goed plan. U ziet hier waar elke euro blijft.",
  from: "Gemeente",
  to: "Uw wijk",
  doorsTitle: "Waarvoor komt u?",
  doors: {
    plan: { title: "Ik heb een plan", text: "Dien een voorstel in met uw buren. U kunt stoppen en later verdergaan." },
    follow: {
      title: "Ik wil volgen wat er gebeurt",
      text: "Bekijk wat er in uw wijk speelt. U heeft geen account nodig.",
    },
    staff: {
      title: "Ik werk bij de gemeente",
      text: "Behandel voorstellen, besluit en betaal. Log in met uw werkaccount.",
    },
  },
  stepsTitle: "Zo werkt het in zeven stappen",
  stepsLink: "Lees hoe het werkt",
};
