/**
 * Lengths and numbers a form may take, the same as the API's own limits (packages/core/src/limits.ts): said here too, so
 * that a person hears it while typing and not after sending. The API decides.
 */
export const limits = {
  title: 80,
  summary: 400,
  text: 4_000,
  note: 1_000,
  name: 120,
  photoAlt: 200,
  contribution: 200,
  website: 200,
  email: 254,
  questions: 8,
  phone: 40,
  themes: 3,
  planYears: 5,
  planDistricts: 10,
  milestones: 20,
  budgetLines: 30,
  partners: 20,
  fileBytes: 10 * 1024 * 1024,
  count: 10_000_000,
  reference: 60,
  legalBasis: 200,
  bankReference: 35,
  instalments: 12,
  conditions: 20,
  groups: 100,
  address: 400,
  formalFiles: 10,
  /** Days to answer where the municipality has not said otherwise. */
  completionDays: 28,
  completionDaysMin: 7,
  completionDaysMax: 90,
} as const;
