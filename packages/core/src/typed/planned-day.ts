/** What a planned day is measured against: ISO dates in Amsterdam. */
export interface PlanDays {
  /** The day the plan was sent in; of a plan that is still written, today. */
  readonly submittedOn: string;
  readonly today: string;
  /** How many years ahead somebody may plan. */
  readonly yearsMax: number;
}

/**
 * What is wrong with a day that somebody plans; undefined when nothing is. Nothing is promised for a day before the plan was
 * sent in, nor further ahead than anybody can plan.
 */
export function plannedDayProblem(
  day: string,
  { submittedOn, today, yearsMax }: PlanDays,
): "before-submission" | "too-far" | undefined {
  if (day < submittedOn) return "before-submission";
  return day > yearsLater(today, yearsMax) ? "too-far" : undefined;
}

/** The same day (or, of 29 February, the day before it) some years later or, negative, earlier. */
export function yearsLater(date: string, years: number): string {
  const day = date.slice(4) === "-02-29" ? "-02-28" : date.slice(4);
  return `${Number(date.slice(0, 4)) + years}${day}`;
}
