import * as z from "zod";
import { DistrictCode } from "../ids.ts";
import { limits } from "../limits.ts";
import type { Municipality } from "../municipality/municipality.ts";

/** The word for every district of the municipality, also of one that comes later. */
const everywhere = z.literal("all");

/** While it is written nothing may be chosen yet. */
export const DistrictsDraft = z
  .union([everywhere, z.array(DistrictCode)], { error: ({ input }) => (input === undefined ? "required" : "choice") })
  .superRefine((districts, context) => {
    if (districts === "all") return;
    const problem = districts.length > limits.districtsPerPlanMax ? "too-many" : undefined;
    const twice = new Set(districts).size < districts.length ? "twice" : undefined;
    const message = problem ?? twice;
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** Where something is for: one district, several, or the whole municipality (`all`). */
export const Districts = DistrictsDraft.superRefine((districts, context) => {
  if (districts.length === 0) context.addIssue({ code: "custom", message: "required" });
});
export type Districts = z.infer<typeof Districts>;

/** Whether it is for this district, alone or among others. */
export const isForDistrict = (districts: Districts, code: DistrictCode): boolean =>
  districts === "all" || districts.includes(code);

/** The one district that it is for; undefined when there are more. */
export const onlyDistrict = (districts: Districts): DistrictCode | undefined =>
  districts === "all" || districts.length > 1 ? undefined : districts[0];

/** Each district that it is for, as the municipality is today. */
export const eachDistrict = ({ districts: all }: Municipality, districts: Districts): readonly DistrictCode[] =>
  districts === "all" ? all.map(({ code }) => code) : districts;

/** As an optional field of what is counted for one district only. */
export const inDistrict = (district: DistrictCode | undefined): { readonly district?: DistrictCode } =>
  district === undefined ? {} : { district };

/** The names of the districts that it is for; none when that is the whole municipality. */
export function districtNames({ districts: all }: Municipality, districts: Districts): string[] {
  if (districts === "all") return [];
  return districts.map((code) => all.find((each) => each.code === code)?.name ?? code);
}
