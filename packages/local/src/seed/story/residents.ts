/** The residents of the story by the name before the @ of their address; none of them exists. */
export const residents: Readonly<Record<string, string>> = {
  anna: "Anna Postma",
  bram: "Bram de Jong",
  wilma: "Wilma Hendriks",
  pieter: "Pieter Vos",
  leila: "Leila Amrani",
  koos: "Koos Brandsma",
  sem: "Sem Kuiper",
  yara: "Yara Tuinstra",
  fleur: "Fleur Dijkman",
  omar: "Omar Benali",
  tess: "Tess Groen",
  ravi: "Ravi Sewnath",
  jelle: "Jelle Wiersma",
  nadia: "Nadia Verbeek",
  geert: "Geert Veenstra",
  ria: "Ria Polman",
  hennie: "Hennie Slager",
  dennis: "Dennis Roos",
  samira: "Samira Aziz",
  truus: "Truus Lindeman",
  henk: "Henk Schouten",
  gerda: "Gerda Boersma",
  ronnie: "Ronnie Smal",
  kim: "Kim Smal",
  arjan: "Arjan Kok",
  els: "Els Prins",
  carla: "Carla Meijer",
  joke: "Joke Terpstra",
  murat: "Murat Demir",
  lotte: "Lotte de Haan",
  willem: "Willem Zwart",
  tineke: "Tineke Vaart",
  hassan: "Hassan Aydin",
  marijke: "Marijke Blom",
};

/** Their addresses end in `.example`, which belongs to nobody (RFC 2606). */
export const emailOf = (who: string): string => `${who}@bewoner.example`;

/** Residents to sign in as, each for another side of the portal: what they are, in English, for the table that `npm start` prints. */
export const demoResidents: readonly { readonly role: string; readonly email: string }[] = [
  { role: "chair, Buurtkeuken", email: emailOf("anna") },
  { role: "treasurer, Buurtkeuken", email: emailOf("bram") },
  { role: "treasurer, Buurtbus", email: emailOf("ria") },
  { role: "resident, no board", email: emailOf("carla") },
];
