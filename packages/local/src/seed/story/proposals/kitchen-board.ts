/** Who does what for the neighbourhood kitchen. */
export const board = {
  enterprise: "pollepel",
  writer: "anna",
  treasurer: "bram",
  confirmer: "wilma",
  officer: "noor",
} as const;
