const dayMs = 24 * 3_600_000;

/** The date `days` after (or, negative, before) a date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Easter Sunday of a year (Gauss, in the form of Meeus/Jones/Butcher). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, "0")}-${String((f % 31) + 1).padStart(2, "0")}`;
}

/**
 * Whether a date counts as a general holiday for terms in law: New Year, Good Friday, Easter Monday, King's Day,
 * Liberation Day, Ascension, Whit Monday and Christmas. Source: Algemene termijnenwet art. 3 (Good Friday and
 * Liberation Day are listed or equated there; King's Day falls on the 26th when the 27th is a Sunday).
 */
export function isHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const easter = easterSunday(year);
  const kingsDay = new Date(`${year}-04-27T00:00:00Z`).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`;
  const fixed = [`${year}-01-01`, kingsDay, `${year}-05-05`, `${year}-12-25`, `${year}-12-26`];
  const moving = [-2, 1, 39, 50].map((days) => addDays(easter, days));
  return fixed.includes(date) || moving.includes(date);
}

/** Whether a date is a working day: no Saturday, Sunday or general holiday. */
export function isWorkingDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6 && !isHoliday(date);
}

/** The date itself when it is a working day, else the next one. Source: Algemene termijnenwet art. 1 lid 1. */
export function orNextWorkingDay(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
