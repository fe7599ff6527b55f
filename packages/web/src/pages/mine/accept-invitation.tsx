import { useLocation, useNavigate } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import type { Invitation } from "../../reading/answers.ts";
import { answer, api, Refused, refusalOf } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { formatDate } from "../../words/dates.ts";
import { invitation, refusals, words } from "../../words/nl.ts";

interface Asked {
  readonly enterpriseId: string;
  readonly memberId: string;
  /** Of the letter; somebody who is signed in as the invited does without. */
  readonly secret: string | undefined;
}

/** Saying yes to a seat on a board: by the link of the letter, or signed in from one's own page. */
export function AcceptInvitationPage() {
  const location = useLocation();
  const asked = createMemo((): Asked | undefined => {
    const [enterpriseId, memberId, secret, ...rest] = location.hash.replace(/^#/, "").split(".");
    return enterpriseId && memberId && rest.length === 0 ? { enterpriseId, memberId, secret } : undefined;
  });
  const reading = createReading(asked, ({ enterpriseId, memberId, secret }) =>
    answer(
      api.enterprises[":enterpriseId"].members[":memberId"]["invitation-readings"].$post({
        param: { enterpriseId, memberId },
        json: secret === undefined ? {} : { secret },
      }),
    ),
  );
  const [isDeclined, setDeclined] = createSignal(false);
  const heading = () => {
    const name = reading.value()?.enterprise;
    return name === undefined ? undefined : invitation.heading(name);
  };
  return (
    <Show
      when={isDeclined()}
      fallback={
        <Page title={invitation.title} heading={heading()} lead={invitation.lead}>
          <Show when={asked()} fallback={<Broken sentence={invitation.broken} />}>
            {(found) => (
              <Show
                when={refusedSentence(reading.error())}
                fallback={
                  <Shown reading={reading}>
                    {(of) => <AcceptForm asked={found()} says={of()} onDeclined={() => setDeclined(true)} />}
                  </Shown>
                }
              >
                {(sentence) => <Broken title={invitation.refusedTitle} sentence={sentence()} />}
              </Show>
            )}
          </Show>
        </Page>
      }
    >
      <Page title={invitation.declined} lead={invitation.declinedText} crumbs={[]}>
        <ButtonLink href={paths.enterprises()}>{invitation.toEnterprises}</ButtonLink>
      </Page>
    </Show>
  );
}

function Broken(props: { readonly title?: string | undefined; readonly sentence: string }) {
  return (
    <Notice tone="attention" title={props.title ?? invitation.brokenTitle}>
      <p>{props.sentence}</p>
    </Notice>
  );
}

function refusedSentence(error: unknown): string | undefined {
  const code = error instanceof Refused ? error.problem.code : "";
  return Object.hasOwn(invitation.refused, code)
    ? invitation.refused[code as keyof typeof invitation.refused]
    : undefined;
}

/** What the letter said too: who asks, for which seat, until when. */
function Says(props: { readonly says: Invitation }) {
  const rows = () => [
    ...(props.says.inviter === undefined ? [] : [{ term: invitation.inviter, value: props.says.inviter }]),
    { term: invitation.role, value: words.boardRoles[props.says.role] },
    { term: invitation.until, value: formatDate(props.says.expiresOn) },
  ];
  return (
    <>
      <Show when={!props.says.isVerified}>
        <Paragraph>{invitation.unverified}</Paragraph>
      </Show>
      <DataList rows={rows()} />
    </>
  );
}

function AcceptForm(props: { readonly asked: Asked; readonly says: Invitation; readonly onDeclined: () => void }) {
  const site = useSite();
  const navigate = useNavigate();
  const form = createForm({
    draftKey: `uitnodiging:${props.asked.memberId}`,
    initial: { name: props.says.name, visible: "" },
    check: ({ name, visible }) => {
      const found = gatherErrors();
      found.text("name", name, limits.name, invitation.nameEmpty);
      found.choice("visible", visible, invitation.visibleEmpty);
      return found.errors;
    },
    send: async ({ name, visible }) => {
      const { enterpriseId, memberId, secret } = props.asked;
      const json = { name: name.trim(), isNamePublic: visible === "yes", ...(secret === undefined ? {} : { secret }) };
      const seat = api.enterprises[":enterpriseId"].members[":memberId"];
      try {
        await answer(seat.acceptances.$post({ param: { enterpriseId, memberId }, json }));
        await site().readAgain();
        return { ok: true };
      } catch (error) {
        const message = refusedSentence(error);
        return message === undefined ? refusalOf(error) : { ok: false, message };
      }
    },
  });
  return (
    <div class="stack">
      <Says says={props.says} />
      <Form form={form} action={invitation.accept} onSent={() => navigate(paths.board(props.asked.enterpriseId))}>
        <TextField {...form.bind("name")} label={invitation.name} hint={invitation.nameHint} autocomplete="name" />
        <RadioGroup
          {...form.bind("visible")}
          label={invitation.visible}
          hint={invitation.visibleHint}
          options={[
            { value: "yes", label: invitation.yes },
            { value: "no", label: invitation.no },
          ]}
        />
      </Form>
      <Decline asked={props.asked} onDeclined={props.onDeclined} />
    </div>
  );
}

/** Saying no, with one press; who invited hears it. */
function Decline(props: { readonly asked: Asked; readonly onDeclined: () => void }) {
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const press = async () => {
    if (isBusy()) return;
    setBusy(true);
    setFailure(undefined);
    const { enterpriseId, memberId, secret } = props.asked;
    const seat = api.enterprises[":enterpriseId"].members[":memberId"];
    try {
      await answer(
        seat.refusals.$post({ param: { enterpriseId, memberId }, json: secret === undefined ? {} : { secret } }),
      );
      props.onDeclined();
    } catch (error) {
      setFailure(refusedSentence(error) ?? (error instanceof Refused ? error.message : refusals.unreachable));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="stack stack--close">
      <Heading level={2} looks={3}>
        {invitation.declineTitle}
      </Heading>
      <Paragraph>{invitation.decline}</Paragraph>
      <Show when={failure()}>
        {(sentence) => (
          <Notice tone="attention" title={invitation.declineFailed} spoken>
            <p>{sentence()}</p>
          </Notice>
        )}
      </Show>
      <div class="cluster">
        <Button busy={isBusy()} onPress={() => void press()}>
          {invitation.declineAction}
        </Button>
      </div>
    </section>
  );
}
