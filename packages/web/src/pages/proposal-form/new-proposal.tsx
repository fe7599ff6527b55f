import { useLocation, useNavigate, useSearchParams } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { signInAndReturn } from "../../site/return-to.ts";
import { useSite, type Viewer } from "../../site/site.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { proposalForm } from "../../words/nl.ts";

const text = proposalForm.start;
type Boards = Extract<Viewer, { kind: "resident" }>["boards"];

/** Where a proposal begins: for which enterprise, and what one needs at hand. */
export function NewProposalPage() {
  const site = useSite();
  const location = useLocation();
  const boards = (): Boards | undefined => {
    const viewer = site().viewer;
    return viewer?.kind === "resident" ? viewer.boards : undefined;
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <div class="split split--start">
        <Switch fallback={<Loading />}>
          <Match when={boards()?.length === 0}>
            <EmptyState
              title={text.noBoardTitle}
              act={
                <ButtonLink look="primary" href={paths.registerEnterprise()}>
                  {text.register}
                </ButtonLink>
              }
            >
              {text.noBoardText}
            </EmptyState>
          </Match>
          <Match when={boards()}>{(found) => <StartForm boards={found()} />}</Match>
          <Match when={site().isKnown}>
            <Notice tone="asking" title={text.signInTitle}>
              <p>{text.signInText}</p>
              <ButtonLink look="primary" href={signInAndReturn(location.pathname + location.search)}>
                {text.signIn}
              </ButtonLink>
            </Notice>
          </Match>
        </Switch>
        <aside class="panel stack stack--close" aria-label={text.needTitle}>
          <Heading level={2} looks={3}>
            {text.needTitle}
          </Heading>
          <ul class="bullets">
            <For each={text.need}>{(each) => <li>{each}</li>}</For>
          </ul>
        </aside>
      </div>
    </Page>
  );
}

function StartForm(props: { readonly boards: Boards }) {
  const navigate = useNavigate();
  const [query] = useSearchParams();
  let started = "";
  const asked = props.boards.find(({ enterpriseId }) => enterpriseId === query["onderneming"]) ?? props.boards[0];
  const form = createForm({
    initial: { enterpriseId: (props.boards.length === 1 || query["onderneming"] ? asked?.enterpriseId : "") ?? "" },
    check: ({ enterpriseId }) => {
      const found = gatherErrors();
      found.choice("enterpriseId", enterpriseId, text.enterpriseEmpty);
      return found.errors;
    },
    send: async ({ enterpriseId }, key) => {
      try {
        const route = api.enterprises[":enterpriseId"].proposals;
        const header = { "idempotency-key": key };
        ({ id: started } = await answer(route.$post({ param: { enterpriseId }, header, json: {} })));
        return { ok: true };
      } catch (error) {
        return refusalOf(error);
      }
    },
  });
  return (
    <Form
      form={form}
      action={text.action}
      onSent={() => navigate(paths.editProposal(started), { replace: true })}
      short
    >
      <Show when={props.boards.length > 0}>
        <RadioGroup
          {...form.bind("enterpriseId")}
          label={text.enterprise}
          options={props.boards.map(({ enterpriseId, enterprise }) => ({ value: enterpriseId, label: enterprise }))}
        />
      </Show>
    </Form>
  );
}
