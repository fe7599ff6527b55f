import { Show } from "solid-js";
import { createForm } from "../../../forms/form.ts";
import { makeIdempotencyKey } from "../../../forms/idempotency-key.ts";
import { api, send } from "../../../reading/api.ts";
import { ConfirmPanel } from "../../../ui/confirm-panel.tsx";
import { Form } from "../../../ui/form.tsx";
import { formatCents } from "../../../words/money.ts";
import { transfer } from "../../../words/nl.ts";
import type { Transfer } from "../answers.ts";
import { staffName, useStaff, whyNot } from "../staff-viewer.ts";

const text = transfer.approve;

/** The second person says yes, or reads why somebody else must. */
export function ApproveTransfer(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  const viewer = useStaff();
  const of = () => props.transfer;
  const refusal = () =>
    of().approveRefusal === undefined ? undefined : whyNot(of().approveRefusal ?? "forbidden", text.why);
  return (
    <ConfirmPanel
      title={text.title}
      preparedBy={of().proposedBy}
      preparedAt={of().proposedAt}
      viewer={refusal() === undefined ? staffName(viewer()) : text.waiting}
      refusal={refusal()}
      acts={<Approve transfer={of()} onDone={props.onDone} />}
    >
      <Show when={refusal() === undefined}>
        <p>{text.text}</p>
      </Show>
    </ConfirmPanel>
  );
}

function Approve(props: { readonly transfer: Transfer; readonly onDone: (what: string) => void }) {
  // One key for this act: a reply that got lost is asked for again, not done twice.
  const key = makeIdempotencyKey();
  const { id, amountCents } = props.transfer;
  const amount = formatCents(amountCents);
  const form = createForm({
    initial: {},
    check: () => [],
    send: () =>
      send(
        api.transfers[":transferId"].approvals.$post({
          param: { transferId: id },
          header: { "idempotency-key": key },
        }),
      ),
  });
  return <Form form={form} action={text.button(amount)} onSent={() => props.onDone(text.done(amount))} short />;
}
