/** What money is spent on; apart from the other words, because the front page needs only these. */
export const categories = {
  material: "Materiaal",
  space: "Ruimte en huur",
  people: "Mensen",
  equipment: "Apparaten en gereedschap",
  communication: "Communicatie",
  activities: "Activiteiten",
  other: "Overig",
} as const;
