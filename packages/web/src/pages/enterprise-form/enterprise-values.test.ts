import { expect, test } from "vitest";
import { emptyProfile, profileErrors, profileField, profileOf } from "./enterprise-values.ts";

const whole = {
  ...emptyProfile,
  name: "Buurttuin",
  story: "Wij tuinieren.",
  districts: ["WK999903"],
  legalForm: "informal-group",
};
const fieldsOf = (values: typeof whole, hasPhoto = false) => profileErrors(values, hasPhoto).map(({ field }) => field);

test("an empty profile says everything at once", () => {
  expect(fieldsOf(emptyProfile)).toEqual(["name", "story", "districts", "legalForm"]);
});

test("a KvK number of 8 digits is asked only where the legal form has one", () => {
  expect(fieldsOf(whole)).toEqual([]);
  expect(fieldsOf({ ...whole, legalForm: "foundation" })).toEqual(["kvkNumber"]);
  expect(fieldsOf({ ...whole, legalForm: "foundation", kvkNumber: "1234567" })).toEqual(["kvkNumber"]);
  expect(fieldsOf({ ...whole, legalForm: "foundation", kvkNumber: "12 34 56 78" })).toEqual([]);
});

test("a number typed for another legal form is not sent along", () => {
  expect(profileOf({ ...whole, kvkNumber: "12345678" })).not.toHaveProperty("kvkNumber");
});

test("a photo needs words for who cannot see it", () => {
  expect(fieldsOf(whole, true)).toEqual(["photoAlt"]);
  expect(profileOf({ ...whole, photoAlt: "Buren" }, "fil_1")).toMatchObject({ photoId: "fil_1", photoAlt: "Buren" });
});

test("what the API says lands at the field it is about", () => {
  expect(profileField("profile.name")).toBe("name");
  expect(profileField("profile.districts.0")).toBe("districts");
  expect(profileField("profile.askUs.1")).toBe("askUs.1.question");
});
