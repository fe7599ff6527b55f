import { createSignal, Show } from "solid-js";
import { photoOf } from "../../blocks/photo.ts";
import { createForm } from "../../forms/form.ts";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { UploadField } from "../../ui/upload-field.tsx";
import { board, enterpriseForm } from "../../words/nl.ts";
import { profileErrors, profileField, profileOf } from "../enterprise-form/enterprise-values.ts";
import {
  AskFields,
  asProfileForm,
  DistrictField,
  LegalFields,
  NameFields,
  ReachFields,
} from "../enterprise-form/profile-fields.tsx";
import { ProfileWords } from "../enterprise-form/profile-words.tsx";
import { type Board, BoardPage, createBoard } from "./board-page.tsx";

const text = board.details;

/** What the enterprise tells about itself. */
export function BoardProfilePage() {
  const { enterpriseId, reading } = createBoard();
  return (
    <BoardPage enterpriseId={enterpriseId()} reading={reading} title={text.title} lead={text.lead}>
      {(value) => <ProfileForm board={value()} onChanged={reading.replace} />}
    </BoardPage>
  );
}

const valuesOf = ({ profile }: Board) => ({
  name: profile.name,
  story: profile.story,
  website: profile.website ?? "",
  phone: profile.phone ?? "",
  address: profile.address ?? "",
  openingHours: profile.openingHours ?? "",
  districts: profile.districts as string[],
  legalForm: profile.legalForm as string,
  kvkNumber: profile.kvkNumber ?? "",
  askUs: profile.askUs.length > 0 ? profile.askUs.map((question) => ({ question })) : [{ question: "" }],
  photoAlt: profile.photoAlt ?? "",
  photoId: (profile.photoId ?? "") as string,
});

function ProfileForm(props: { readonly board: Board; readonly onChanged: (board: Board) => void }) {
  const [isSaved, setSaved] = createSignal(false);
  // Whether this change asked for a new check: it was verified, or refused, and is neither now.
  let before = props.board.status;
  const form = createForm({
    draftKey: `gegevens:${props.board.id}`,
    initial: valuesOf(props.board),
    check: (values) => profileErrors(values, values.photoId !== ""),
    send: async (values, key) => {
      setSaved(false);
      before = props.board.status;
      const json = { profile: profileOf(values, values.photoId), revision: props.board.revision };
      const param = { enterpriseId: props.board.id };
      try {
        props.onChanged(
          await answer(
            api.enterprises[":enterpriseId"].profile.$put({ param, header: { "idempotency-key": key }, json }),
          ),
        );
        return { ok: true };
      } catch (error) {
        return refusalOf(error, profileField);
      }
    },
  });
  const profile = asProfileForm(form);
  const to = () => {
    const { hidden } = props.board;
    if (hidden !== undefined) return hidden === "moderated" ? text.previewToHidden : text.previewToChecked;
    const isSame = (["name", "legalForm", "kvkNumber"] as const).every(
      (field) => (props.board.profile[field] ?? "") === form.values[field].trim(),
    );
    return isSame && props.board.status === "verified" ? text.previewTo : text.previewToRechecked;
  };
  const page = () => {
    const typed = profileOf(form.snapshot(), form.values.photoId);
    return <ProfileWords profile={typed} photo={photoOf(typed)} />;
  };
  return (
    <div class="stack">
      <Show when={isSaved()}>
        <Notice tone="good" title={text.saved} spoken>
          <Show when={props.board.status === "registered" && before !== "registered"}>
            <p>{text.savedAgain}</p>
          </Show>
        </Notice>
      </Show>
      <Paragraph look="quiet">{text.recheckHint}</Paragraph>
      <Form form={form} action={text.save} preview={{ to: to(), body: page }} onSent={() => setSaved(true)}>
        <NameFields form={profile} />
        <DistrictField form={profile} />
        <LegalFields form={profile} />
        <ReachFields form={profile} />
        <AskFields form={profile} />
        <Show when={props.board.profile.photoId === form.values.photoId && form.values.photoId}>
          {(photoId) => (
            <figure class="stack stack--tight">
              <img
                class="receipt-picture"
                src={`/v1/photos/${photoId()}?width=960`}
                alt={props.board.profile.photoAlt ?? ""}
              />
              <figcaption class="small quiet">{text.currentPhoto}</figcaption>
            </figure>
          )}
        </Show>
        <UploadField
          {...form.bind("photoId")}
          label={text.photo}
          hint={enterpriseForm.photo.hint}
          optional
          purpose="photo"
          enterpriseId={props.board.id}
          existing={props.board.profile.photoId}
        />
        <Show when={form.values.photoId}>
          <TextField
            {...profile.bind("photoAlt")}
            label={enterpriseForm.photo.alt}
            hint={enterpriseForm.photo.altHint}
          />
        </Show>
      </Form>
    </div>
  );
}
