import { cleanLine, readKvkNumber, readPhone, readWebAddress } from "@hevel/api/client";
import { gatherErrors } from "../../forms/field-errors.ts";
import type { FieldError } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { enterpriseForm, words } from "../../words/nl.ts";

export type LegalForm = keyof typeof words.legalForms;

/** What an enterprise tells about itself, as typed. */
export interface ProfileValues {
  name: string;
  story: string;
  website: string;
  phone: string;
  address: string;
  openingHours: string;
  districts: string[];
  legalForm: string;
  kvkNumber: string;
  askUs: { question: string }[];
  photoAlt: string;
}

export const emptyProfile: ProfileValues = {
  name: "",
  story: "",
  website: "",
  phone: "",
  address: "",
  openingHours: "",
  districts: [],
  legalForm: "",
  kvkNumber: "",
  askUs: [{ question: "" }],
  photoAlt: "",
};

const formsWithKvk: readonly string[] = ["association", "foundation", "cooperative", "private-company"];

/** Whether a legal form is in the trade register, so that it has a KvK number. */
export const hasKvk = (legalForm: string): boolean => formsWithKvk.includes(legalForm);

export const legalFormOptions = Object.entries(words.legalForms).map(([value, label]) => ({ value, label }));

/** Everything that is wrong with a profile as typed. */
export function profileErrors(values: ProfileValues, hasPhoto: boolean): FieldError[] {
  const found = gatherErrors();
  const { name, legal, districts, photo } = enterpriseForm;
  found.text("name", values.name, limits.title, name.nameEmpty);
  found.text("story", values.story, limits.text, name.storyEmpty);
  if (cleanLine(values.website) !== "" && readWebAddress(values.website) === undefined)
    found.add("website", name.websiteWrong);
  else found.optional("website", readWebAddress(values.website) ?? "", limits.website);
  if (cleanLine(values.phone) !== "" && readPhone(values.phone) === undefined) found.add("phone", name.phoneWrong);
  else found.optional("phone", values.phone, limits.phone);
  found.optional("address", values.address, limits.name);
  found.optional("openingHours", values.openingHours, limits.name);
  found.choice("districts", values.districts, districts.empty);
  found.choice("legalForm", values.legalForm, legal.empty);
  if (hasKvk(values.legalForm)) {
    if (cleanLine(values.kvkNumber) === "") found.add("kvkNumber", legal.kvkEmpty);
    else if (readKvkNumber(values.kvkNumber) === undefined) found.add("kvkNumber", legal.kvkWrong);
  }
  values.askUs.forEach(({ question }, index) => {
    found.optional(`askUs.${index}.question`, question, limits.name);
  });
  if (hasPhoto) found.text("photoAlt", values.photoAlt, limits.photoAlt, photo.altEmpty);
  return found.errors;
}

/** A profile for the API, from values without errors. */
export function profileOf(values: ProfileValues, photoId?: string) {
  const website = readWebAddress(values.website);
  return {
    name: values.name.trim(),
    story: values.story.trim(),
    districts: values.districts,
    // Checked to be one of the options.
    legalForm: values.legalForm as LegalForm,
    askUs: values.askUs.map(({ question }) => question.trim()).filter((question) => question !== ""),
    ...(hasKvk(values.legalForm) ? { kvkNumber: readKvkNumber(values.kvkNumber) ?? values.kvkNumber } : {}),
    ...(website === undefined ? {} : { website }),
    ...filled("phone", values.phone),
    ...filled("address", values.address),
    ...filled("openingHours", values.openingHours),
    ...(photoId === undefined || photoId === "" ? {} : { photoId, photoAlt: values.photoAlt.trim() }),
  };
}

/** A field that is left out when nothing was filled in. */
function filled<K extends string>(key: K, value: string): { [P in K]?: string } {
  const clean = cleanLine(value);
  return (clean === "" ? {} : { [key]: clean }) as { [P in K]?: string };
}

/** The field of the form that a path of the API is about. */
export function profileField(path: string): string {
  const field = path.replace(/^profile\./, "");
  if (field.startsWith("districts")) return "districts";
  return /^askUs\.\d+$/.test(field) ? `${field}.question` : field;
}
