import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { draftDaysMax } from "../../forms/drafts.ts";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { keepFile, keptFile } from "../../forms/kept-file.ts";
import { limits } from "../../forms/limits.ts";
import { acceptFor, fileProblem, upload } from "../../forms/upload.ts";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { signInAndReturn } from "../../site/return-to.ts";
import { districtName, useSite } from "../../site/site.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { type Step, Steps } from "../../ui/steps.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { enterpriseForm, words } from "../../words/nl.ts";
import { emptyProfile, hasKvk, type LegalForm, profileErrors, profileField, profileOf } from "./enterprise-values.ts";
import { AskFields, asProfileForm, DistrictField, LegalFields, NameFields, ReachFields } from "./profile-fields.tsx";
import { ProfileWords } from "./profile-words.tsx";

const text = enterpriseForm;
const initial = { ...emptyProfile, seatName: "", role: "", visible: "" };

type Values = typeof initial;
type Role = keyof typeof words.boardRoles;

const roleOptions = Object.entries(words.boardRoles).map(([value, label]) => ({ value, label }));
const visibleOptions = [
  { value: "yes", label: text.seat.yes },
  { value: "no", label: text.seat.no },
];

function check(values: Values, photo: File | undefined) {
  const found = gatherErrors();
  const problem = photo === undefined ? undefined : fileProblem(photo, "photo");
  if (problem !== undefined) found.add("photo", problem);
  found.text("seatName", values.seatName, limits.name, text.seat.nameEmpty);
  found.choice("role", values.role, text.seat.roleEmpty);
  found.choice("visible", values.visible, text.seat.visibleEmpty);
  return [...profileErrors(values, photo !== undefined), ...found.errors];
}

const fieldOf = (path: string) =>
  ({ "seat.name": "seatName", "seat.role": "role", "seat.isNamePublic": "visible" })[path] ?? profileField(path);

/** Who registers it; the role was checked to be one of the options. */
const seatOf = ({ seatName, role, visible }: Values) => ({
  name: seatName.trim(),
  role: role as Role,
  isNamePublic: visible === "yes",
});

/** Registers, then sends the photo: it can only be kept for an enterprise that exists. */
async function register(
  values: Values,
  photo: File | undefined,
  key: string,
): Promise<{ id: string; hasPhotoFailed: boolean }> {
  const json = { profile: profileOf(values), seat: seatOf(values) };
  const board = await answer(api.enterprises.$post({ header: { "idempotency-key": key }, json }));
  if (photo === undefined) return { id: board.id, hasPhotoFailed: false };
  const sent = await upload(photo, "photo", board.id, () => {});
  if (!sent.ok) return { id: board.id, hasPhotoFailed: true };
  const edit = { profile: profileOf(values, sent.fileId), revision: board.revision };
  const param = { enterpriseId: board.id };
  const edited = answer(api.enterprises[":enterpriseId"].profile.$put({ param, header: {}, json: edit }));
  return edited.then(
    () => ({ id: board.id, hasPhotoFailed: false }),
    () => ({ id: board.id, hasPhotoFailed: true }),
  );
}

/** Registers an enterprise, one subject per screen. */
export function RegisterEnterprisePage() {
  const site = useSite();
  const location = useLocation();
  return (
    <Show
      when={!site().isKnown || site().viewer?.kind === "resident"}
      fallback={
        <Page title={text.title}>
          <Notice tone="asking" title={text.signInTitle}>
            <p>{text.signInText}</p>
            <ButtonLink look="primary" href={signInAndReturn(location.pathname + location.search)}>
              {text.signInButton}
            </ButtonLink>
          </Notice>
        </Page>
      }
    >
      <RegisterForm />
    </Show>
  );
}

const draftKey = "onderneming-aanmelden";

function RegisterForm() {
  const navigate = useNavigate();
  const site = useSite();
  const [photo, setPhoto] = createSignal<File>();
  const choosePhoto = (file: File | undefined) => {
    setPhoto(() => file);
    void keepFile(draftKey, file);
  };
  const refusal = () => {
    const file = photo();
    return file === undefined ? undefined : fileProblem(file, "photo");
  };
  onMount(async () => {
    const kept = await keptFile(draftKey, draftDaysMax);
    if (kept !== undefined && photo() === undefined) setPhoto(() => kept);
  });
  let registered: { id: string; hasPhotoFailed: boolean } | undefined;
  const form = createForm({
    draftKey,
    initial,
    check: (values) => check(values, photo()),
    send: async (values, key) => {
      try {
        registered = await register(values, photo(), key);
        await site().readAgain();
        return { ok: true };
      } catch (error) {
        return refusalOf(error, fieldOf);
      }
    },
  });
  // Who is signed in may have a name here already; what was typed stays.
  createEffect(
    on(
      () => site().viewer,
      (viewer) => {
        if (viewer?.kind === "resident" && viewer.name !== undefined && form.values.seatName === "")
          form.set("seatName", viewer.name);
      },
    ),
  );
  const sent = () => {
    if (registered === undefined) return;
    void keepFile(draftKey, undefined);
    const query = registered.hasPhotoFailed ? "?foto=mislukt" : "";
    navigate(paths.enterpriseRegistered(registered.id) + query, { replace: true });
  };
  const profile = asProfileForm(form);
  const steps: readonly Step[] = [
    {
      title: text.name.title,
      fields: ["name", "story", "website"],
      body: () => <NameFields form={profile} />,
      answers: () => [
        { term: text.name.name, value: form.values.name },
        { term: text.name.story, value: <span class="lines">{form.values.story}</span> },
        ...(form.values.website === "" ? [] : [{ term: text.name.website, value: form.values.website }]),
      ],
    },
    {
      title: text.districts.title,
      fields: ["districts"],
      body: () => <DistrictField form={profile} />,
      answers: () => [
        {
          term: text.districts.label,
          value: form.values.districts.map((code) => districtName(site(), code)).join(", "),
        },
      ],
    },
    {
      title: text.legal.title,
      fields: ["legalForm", "kvkNumber"],
      body: () => <LegalFields form={profile} />,
      answers: () => [
        { term: text.legal.label, value: words.legalForms[form.values.legalForm as LegalForm] ?? "" },
        ...(hasKvk(form.values.legalForm) ? [{ term: text.legal.kvk, value: form.values.kvkNumber }] : []),
      ],
    },
    {
      title: text.ask.title,
      fields: ["askUs"],
      body: () => <AskFields form={profile} />,
      answers: () => {
        const asked = form.values.askUs.map(({ question }) => question).filter((question) => question.trim() !== "");
        return [{ term: text.ask.title, value: <span class="lines">{asked.join("\n") || text.ask.none}</span> }];
      },
    },
    {
      title: text.ask.reachTitle,
      fields: ["phone", "address", "openingHours"],
      body: () => <ReachFields form={profile} />,
      answers: () =>
        (["phone", "address", "openingHours"] as const).map((field) => ({
          term: text.name[field],
          value: form.values[field].trim() || text.ask.none,
        })),
    },
    {
      title: text.photo.title,
      fields: ["photo", "photoAlt"],
      body: () => (
        <>
          <FileField
            name="photo"
            label={text.photo.label}
            hint={text.photo.hint}
            error={form.errorOf("photo")}
            refusal={refusal()}
            optional
            value={photo()}
            onInput={choosePhoto}
            accept={acceptFor("photo")}
          />
          <Show when={photo()}>
            <TextField {...profile.bind("photoAlt")} label={text.photo.alt} hint={text.photo.altHint} />
          </Show>
        </>
      ),
      answers: () => [{ term: text.photo.label, value: photo()?.name ?? text.photo.none }],
    },
    {
      title: text.seat.title,
      fields: ["seatName", "role", "visible"],
      body: () => (
        <>
          <TextField {...form.bind("seatName")} label={text.seat.name} hint={text.seat.nameHint} autocomplete="name" />
          <RadioGroup {...form.bind("role")} label={text.seat.role} hint={text.seat.roleHint} options={roleOptions} />
          <RadioGroup
            {...form.bind("visible")}
            label={text.seat.visible}
            hint={text.seat.visibleHint}
            options={visibleOptions}
          />
        </>
      ),
      answers: () => [
        { term: text.seat.name, value: form.values.seatName },
        { term: text.seat.role, value: words.boardRoles[form.values.role as Role] ?? "" },
        { term: text.seat.visible, value: form.values.visible === "yes" ? text.seat.yes : text.seat.no },
      ],
    },
  ];
  return (
    <Page title={text.title} bare>
      <Steps
        form={form}
        steps={steps}
        overview={text.overview}
        preview={{ to: text.overview.previewTo, body: () => <Look values={form.values} photo={photo()} /> }}
        onSent={sent}
      />
    </Page>
  );
}

/** The page as it will look; the photo is still on this device. */
function Look(props: { readonly values: Values; readonly photo: File | undefined }) {
  const photo = createMemo(() => {
    const file = props.photo;
    if (file === undefined || fileProblem(file, "photo") !== undefined) return undefined;
    const src = URL.createObjectURL(file);
    onCleanup(() => URL.revokeObjectURL(src));
    return { src, alt: props.values.photoAlt };
  });
  const seat = () => seatOf(props.values);
  return <ProfileWords profile={profileOf(props.values)} photo={photo()} seat={seat()} />;
}
