import type { StaffAccount } from "../identity/staff-account.ts";

/** Who works for Voorbeeldstad: at least one person for each role, two officers and two of finance, because nobody checks their own work. */
export const demoStaff: readonly StaffAccount[] = [
  person("noor", "Noor de Wit", "Behandelaar", "hevel-behandelaars"),
  person("daan", "Daan Mulder", "Behandelaar", "hevel-behandelaars"),
  person("bram", "Bram Hoekstra", "Wethouder, beslist namens het college", "hevel-college"),
  person("fatima", "Fatima Yildiz", "Medewerker financiën", "hevel-financien"),
  person("emre", "Emre Aydin", "Medewerker financiën", "hevel-financien"),
  person("sjoerd", "Sjoerd Postma", "Griffier", "hevel-griffie"),
  person("marieke", "Marieke Visser", "Sociaal werker in het wijkteam", "hevel-wijkteams"),
  person("ruben", "Ruben Jansen", "Onderzoeker van de rekenkamer", "hevel-rekenkamer"),
  person("ilse", "Ilse Bakker", "Functioneel beheerder", "hevel-beheer"),
];

function person(username: string, name: string, job: string, group: string): StaffAccount {
  return { username, name, email: `${username}@voorbeeldstad.example`, job, groups: [group] };
}
