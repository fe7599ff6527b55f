import { useLocation, useNavigate } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { answer, api, Refused, refusalOf } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { invitation } from "../../words/nl.ts";

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
  const enterprise = createReading(asked, ({ enterpriseId }) =>
    answer(api.enterprises[":enterpriseId"].$get({ param: { enterpriseId } })),
  );
  const heading = () => {
    const name = enterprise.value()?.name;
    return name === undefined ? undefined : invitation.heading(name);
  };
  return (
    <Page title={invitation.title} heading={heading()} lead={invitation.lead}>
      <Show
        when={asked()}
        fallback={
          <Notice tone="attention" title={invitation.brokenTitle}>
            <p>{invitation.broken}</p>
          </Notice>
        }
      >
        {(found) => <AcceptForm asked={found()} />}
      </Show>
    </Page>
  );
}

function AcceptForm(props: { readonly asked: Asked }) {
  const site = useSite();
  const navigate = useNavigate();
  const form = createForm({
    draftKey: `uitnodiging:${props.asked.memberId}`,
    initial: { name: "", visible: "" },
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
        const code = error instanceof Refused ? error.problem.code : "";
        if (!Object.hasOwn(invitation.refused, code)) return refusalOf(error);
        return { ok: false, message: invitation.refused[code as keyof typeof invitation.refused] };
      }
    },
  });
  return (
    <div class="stack">
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
      <Paragraph look="quiet">{invitation.decline}</Paragraph>
    </div>
  );
}
