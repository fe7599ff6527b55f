import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Steps } from "../../ui/steps.tsx";
import { proposalForm } from "../../words/nl.ts";
import type { Draft } from "./answers.ts";
import { createDraftSync, draftServer } from "./draft-sync.ts";
import { createPlanForm, type PlanForm, planField } from "./plan-form.ts";
import { planSteps } from "./plan-steps.tsx";
import { valuesOf } from "./plan-values.ts";
import { ConflictNotice, SyncLine } from "./sync-notice.tsx";

const text = proposalForm;

/** The server says when it saved; the device's own word for it would say the same twice. */
const withoutDraftLine = (form: PlanForm) => {
  const draft = () => ({ kind: "none" }) as const;
  return { ...form, draft, part: (fields: readonly string[]) => ({ ...form.part(fields), draft }) };
};

/** A draft: saves itself while it is written, and is sent in from its overview. */
export function DraftForm(props: { readonly draft: Draft }) {
  const navigate = useNavigate();
  const site = useSite();
  const { id: proposalId, draft, revision } = props.draft;
  const draftKey = `voorstel:${proposalId}`;
  const onServer = valuesOf(draft, revision);
  const form = createPlanForm({
    draftKey,
    initial: onServer,
    send: async (_values, key) => {
      if (!(await sync.flush())) return { ok: false, message: text.save.local };
      try {
        const json = { revision: Number(form.values.revision) };
        const header = { "idempotency-key": key };
        await answer(api.proposals[":proposalId"].submissions.$post({ param: { proposalId }, header, json }));
        return { ok: true };
      } catch (error) {
        return refusalOf(error, planField);
      }
    },
  });
  const sync = createDraftSync(draftServer(proposalId), draftKey, form, onServer);
  return (
    <div class="stack stack--loose">
      <Steps
        form={withoutDraftLine(form)}
        steps={planSteps(form, site)}
        overview={{
          ...text.overview,
          text: props.draft.isPublicOnceSent ? text.overview.text : text.overview.textUnverified,
        }}
        resumes
        onSent={() => navigate(paths.proposalReceived(proposalId), { replace: true })}
        above={<ConflictNotice sync={sync} form={form} />}
        beside={<SyncLine state={sync.state()} />}
      />
      <Discard proposalId={proposalId} onDiscarded={form.forgetDraft} />
    </div>
  );
}

function Discard(props: { readonly proposalId: string; readonly onDiscarded: () => void }) {
  const navigate = useNavigate();
  const [isAsking, setAsking] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const discard = async () => {
    try {
      await answer(api.proposals[":proposalId"].$delete({ param: { proposalId: props.proposalId } }));
      props.onDiscarded();
      navigate(paths.mine());
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : refusal.message);
    }
  };
  return (
    <div class="form-measure">
      <Show
        when={isAsking()}
        fallback={
          <Button look="subtle" class="button--flush" onPress={() => setAsking(true)}>
            {text.save.discard}
          </Button>
        }
      >
        <Notice tone="attention" title={text.save.discardSure} spoken>
          <Show when={failure()}>{(sentence) => <p>{sentence()}</p>}</Show>
          <div class="cluster">
            <Button onPress={() => void discard()}>{text.save.discardYes}</Button>
            <Button look="subtle" onPress={() => setAsking(false)}>
              {text.save.discardNo}
            </Button>
          </div>
        </Notice>
      </Show>
    </div>
  );
}
