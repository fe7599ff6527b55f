import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { answer, api, send } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { Form } from "../../ui/form.tsx";
import { Link } from "../../ui/link.tsx";
import { NoPermission } from "../../ui/no-permission.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { proposalForm } from "../../words/nl.ts";
import { whyNotNow } from "./why-not-now.ts";

const text = proposalForm.withdraw;

/** Taking a proposal back, with a reason when the board wants to give one. */
export function WithdrawProposalPage() {
  const params = useParams<{ proposalId: string }>();
  const reading = createReading(
    () => params.proposalId,
    (proposalId) => answer(api.proposals[":proposalId"].$get({ param: { proposalId } })),
  );
  const lead = () => {
    const title = reading.value()?.plan.title;
    return title === undefined ? undefined : text.lead(title);
  };
  return (
    <Page title={text.title} lead={lead()}>
      <Shown reading={reading} isPart>
        {(proposal) => (
          <Show
            when={proposal().acts.some(({ act }) => act === "withdrawProposal")}
            fallback={
              <Show when={proposal().acts.length > 0} fallback={<NoPermission who={proposalForm.who} />}>
                <Notice tone="info" title={proposalForm.notNow.title}>
                  <p>{whyNotNow(proposal())}</p>
                </Notice>
              </Show>
            }
          >
            <WithdrawForm proposalId={proposal().id} />
          </Show>
        )}
      </Shown>
    </Page>
  );
}

function WithdrawForm(props: { readonly proposalId: string }) {
  const navigate = useNavigate();
  const form = createForm({
    draftKey: `intrekken:${props.proposalId}`,
    initial: { reason: "" },
    check: ({ reason }) => {
      const found = gatherErrors();
      found.optional("reason", reason, limits.note);
      return found.errors;
    },
    send: ({ reason }, key) => {
      const param = { proposalId: props.proposalId };
      const json = { reason: reason.trim() };
      return send(api.proposals[":proposalId"].withdrawals.$post({ param, header: { "idempotency-key": key }, json }));
    },
  });
  return (
    <Form
      form={form}
      action={text.action}
      onSent={() => navigate(paths.proposal(props.proposalId), { replace: true })}
      preview={{ to: text.previewTo, body: () => <p class="lines">{form.values.reason.trim() || text.noReason}</p> }}
      beside={<Link href={paths.proposal(props.proposalId)}>{text.back}</Link>}
      short
    >
      <TextArea {...form.bind("reason")} label={text.reason} hint={text.reasonHint} max={limits.note} optional />
    </Form>
  );
}
