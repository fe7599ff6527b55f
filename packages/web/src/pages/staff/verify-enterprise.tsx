import { Match, Show, Switch } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { api, send } from "../../reading/api.ts";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { staffEnterprise } from "../../words/nl.ts";
import type { Board } from "./answers.ts";
import { hasRole, useStaff } from "./staff-viewer.ts";

const text = staffEnterprise.act;

/** An officer says whether what the enterprise told is right; others read that an officer does. */
export function VerifyEnterprise(props: {
  readonly board: Board;
  readonly onDone: (what: { title: string; next?: string }, after: Board) => void;
}) {
  const viewer = useStaff();
  return (
    <Switch>
      <Match when={props.board.status === "verified"}>
        <p class="act act--quiet">{text.already}</p>
      </Match>
      <Match when={props.board.status === "refused"}>
        <p class="act act--quiet">{text.refusedAlready}</p>
      </Match>
      <Match when={!hasRole(viewer(), "officer")}>
        <p class="act act--quiet">{text.onlyOfficer}</p>
      </Match>
      <Match when={true}>
        <Judgement board={props.board} onDone={props.onDone} />
      </Match>
    </Switch>
  );
}

/** What a yes says is right, and what it makes public that is not yet. */
function verifyHint({ profile, iban, hidden }: Board): string {
  const parts = [
    ...text.parts.always,
    ...(profile.kvkNumber === undefined ? [] : [text.parts.kvkNumber]),
    ...(iban === undefined ? [] : [text.parts.account]),
  ];
  const after =
    hidden === undefined ? text.staysPublic : hidden === "moderated" ? text.staysHidden : text.becomesPublic;
  return `${text.right(parts.slice(0, -1).join(", "), parts.at(-1) ?? "")} ${after}`;
}

function Judgement(props: {
  readonly board: Board;
  readonly onDone: (what: { title: string; next?: string }, after: Board) => void;
}) {
  // What is judged is what was on the screen when the form opened; a later change is refused by its revision.
  const { id, revision, profile } = props.board;
  const leaving = props.board.members.find(({ removal }) => removal?.heldBy === "officer")?.name;
  let after: Board = props.board;
  const form = createForm({
    draftKey: `controle:${id}`,
    initial: { outcome: "", reason: "", removal: "" },
    check: ({ outcome, reason, removal }) => {
      const found = gatherErrors();
      found.choice("outcome", outcome, text.outcomeEmpty);
      if (outcome === "refuse") found.text("reason", reason, limits.note, text.reasonEmpty);
      if (outcome === "verify" && leaving !== undefined) found.choice("removal", removal, text.removalEmpty);
      return found.errors;
    },
    send: ({ outcome, reason, removal }, key) => {
      const answer = removal === "carry-out" ? ("carry-out" as const) : ("keep" as const);
      const json =
        outcome === "refuse"
          ? { outcome: "refuse" as const, reason: reason.trim(), revision }
          : { outcome: "verify" as const, revision, ...(leaving === undefined ? {} : { removal: answer }) };
      const request = api.enterprises[":enterpriseId"].verifications.$post({
        param: { enterpriseId: id },
        header: { "idempotency-key": key },
        json,
      });
      return send(request, (board) => {
        after = board;
      });
    },
  });
  const isRefusal = () => form.values.outcome === "refuse";
  const button = () =>
    isRefusal() ? text.refuseButton : form.values.outcome === "verify" ? text.verifyButton : text.button;
  const letter = {
    kind: "letter",
    to: text.previewTo(profile.name),
    body: () => (
      <>
        <p>
          <strong>{text.letter.subject}</strong>
        </p>
        <p>{text.letter.opening(profile.name)}</p>
        <blockquote class="quote lines">{form.values.reason.trim()}</blockquote>
        <p>{text.letter.after}</p>
      </>
    ),
  } as const;
  const finish = () =>
    props.onDone(
      after.status === "refused"
        ? { title: text.doneRefuse(profile.name) }
        : { title: text.doneVerify(profile.name), next: text.doneVerifyNext },
      after,
    );
  return (
    <div class="act stack">
      <Heading level={2} looks={3}>
        {text.title}
      </Heading>
      <Form form={form} action={button()} preview={isRefusal() ? letter : undefined} onSent={finish} short>
        <RadioGroup
          {...form.bind("outcome")}
          label={text.outcome}
          options={[
            { value: "verify", label: text.verify, hint: verifyHint(props.board) },
            {
              value: "refuse",
              label: text.refuse,
              hint: props.board.hasMandate ? text.refuseHintMandate : text.refuseHint,
            },
          ]}
        />
        <Show when={form.values.outcome === "verify" && leaving}>
          {(name) => (
            <RadioGroup
              {...form.bind("removal")}
              label={text.removal(name())}
              hint={text.removalHint}
              options={[
                { value: "carry-out", label: text.carryOut(name()) },
                { value: "keep", label: text.keep(name()) },
              ]}
            />
          )}
        </Show>
        <Show when={isRefusal()}>
          <TextArea {...form.bind("reason")} label={text.reason} hint={text.reasonHint} max={limits.note} rows={4} />
        </Show>
      </Form>
    </div>
  );
}
