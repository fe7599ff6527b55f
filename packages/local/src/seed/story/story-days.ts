import { addDays, dateIn, type IsoDate, isWorkingDay } from "@hevel/core";

/** The days of the story, counted back from the day of seeding: 0 is that day, 30 is a month before it, -30 a month after. */
export interface StoryDays {
  /** The date of a day (ISO). */
  on(daysAgo: number): IsoDate;
  /** An instant on a day, at an hour between 8 and 20 (UTC, so it is the same day in Amsterdam). */
  atHome(daysAgo: number, hour: number): Date;
  /** As `atHome`, on a day that city hall is open: the next one, or the one before when the next is yet to come. */
  atWork(daysAgo: number, hour: number): Date;
}

/** The days of a story that ends on the date of `today`. */
export function storyDays(today: Date): StoryDays {
  const last = dateIn(today);
  const on = (daysAgo: number) => addDays(last, -daysAgo);
  const atHome = (daysAgo: number, hour: number) =>
    new Date(Date.parse(`${on(daysAgo)}T00:00:00Z`) + Math.round(hour * 3_600_000));
  function atWork(daysAgo: number, hour: number): Date {
    let day = daysAgo;
    while (!isWorkingDay(on(day)) && day > 0) day--;
    if (day > 0) return atHome(day, hour);
    for (day = Math.max(daysAgo, 1); !isWorkingDay(on(day)); ) day++;
    return atHome(day, hour);
  }
  return { on, atHome, atWork };
}
