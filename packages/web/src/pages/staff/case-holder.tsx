import { createSignal, Match, Show, Switch } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { type Answer, answer, api, refusalOf, send } from "../../reading/api.ts";
import { createReading } from "../../reading/resource.tsx";
import { announce } from "../../ui/announcer.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { staffCase } from "../../words/nl.ts";
import type { Holder } from "./answers.ts";
import { useStaff } from "./staff-viewer.ts";

const text = staffCase;
const route = api.cases[":caseId"][":role"];
type Case = Answer<Awaited<ReturnType<typeof route.$get>>>;
type CaseRole = Case["role"];

const partOf = ({ caseId, role }: Pick<Case, "caseId" | "role">) => ({ caseId, role });
const roles: readonly CaseRole[] = ["officer", "council", "finance"];

/** Takes a case for the reader; `seen` is who had it on the screen. */
export const takeCase = (param: { caseId: string; role: CaseRole }, seen: string | undefined) =>
  answer(route.takings.$post({ param, json: seen === undefined ? {} : { seen } }));

/** Who has this case for the reader's own role: take it, give it back, hand it over. Nothing for who has no part in it. */
export function CaseHolder(props: { readonly caseId: string; readonly heldBy: Holder | undefined }) {
  const viewer = useStaff();
  const role = () => {
    const own = roles.filter((one) => viewer()?.roles.includes(one) === true);
    return own.find((one) => one === props.heldBy) ?? own[0];
  };
  const reading = createReading(
    () => {
      const mine = role();
      return mine === undefined ? undefined : { caseId: props.caseId, role: mine };
    },
    (param) => answer(route.$get({ param })),
  );
  return <Show when={reading.value()}>{(found) => <Part found={found()} onChanged={reading.replace} />}</Show>;
}

function Part(props: { readonly found: Case; readonly onChanged: (found: Case) => void }) {
  const [failure, setFailure] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  const taker = () => props.found.takenBy;
  const isMine = () => taker()?.isMe === true;
  const act = async (work: () => Promise<Case>, said: string) => {
    if (isBusy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      props.onChanged(await work());
      announce(said);
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : refusal.message);
    } finally {
      setBusy(false);
    }
  };
  const take = () => act(() => takeCase(partOf(props.found), taker()?.personId), text.taken);
  const release = () => act(() => answer(route.releases.$post({ param: partOf(props.found) })), text.released);
  return (
    <section class="act act--quiet stack stack--close" aria-label={text.title}>
      <Heading level={2} looks={4}>
        {text.title}
      </Heading>
      <div>
        <p>
          <strong>{isMine() ? text.you : (taker()?.name ?? text.nobody)}</strong>
        </p>
        <p class="small quiet">
          {isMine() ? text.youText : taker() === undefined ? text.nobodyText : text.colleagueText}
        </p>
      </div>
      <Show when={failure()}>{(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}</Show>
      <div class="cluster cluster--close">
        <Switch>
          <Match when={isMine()}>
            <Button look="subtle" busy={isBusy()} onPress={() => void release()}>
              {text.release}
            </Button>
          </Match>
          <Match when={!isMine()}>
            <Button busy={isBusy()} onPress={() => void take()}>
              {taker() === undefined ? text.take : text.takeOver}
            </Button>
          </Match>
        </Switch>
      </div>
      <Show when={isMine() || taker() === undefined}>
        <HandOver found={props.found} onChanged={props.onChanged} />
      </Show>
    </section>
  );
}

function HandOver(props: { readonly found: Case; readonly onChanged: (found: Case) => void }) {
  const [isOpen, setOpen] = createSignal(false);
  const colleagues = () => props.found.colleagues;
  const form = createForm({
    initial: { to: "", note: "" },
    check: ({ to, note }) => {
      const found = gatherErrors();
      found.choice("to", to, text.handOver.toEmpty);
      found.optional("note", note, limits.note);
      return found.errors;
    },
    send: ({ to, note }, key) =>
      send(
        route["hand-overs"].$post({
          param: partOf(props.found),
          header: { "idempotency-key": key },
          json: { to, note: note.trim() },
        }),
        (after) => {
          setOpen(false);
          props.onChanged(after);
          announce(text.handOver.done(after.takenBy?.name ?? ""));
        },
      ),
  });
  return (
    <>
      <div>
        <Button look="subtle" expanded={isOpen()} onPress={() => setOpen(!isOpen())}>
          {text.handOver.open}
        </Button>
      </div>
      <Show when={isOpen()}>
        <Show when={colleagues().length > 0} fallback={<p>{text.handOver.alone}</p>}>
          <Form form={form} action={text.handOver.button} onSent={() => {}} short>
            <SelectField
              {...form.bind("to")}
              label={text.handOver.to}
              options={colleagues().map(({ personId, name }) => ({ value: personId, label: name }))}
            />
            <TextArea
              {...form.bind("note")}
              label={text.handOver.note}
              hint={text.handOver.noteHint}
              max={limits.note}
              rows={3}
              optional
            />
          </Form>
        </Show>
      </Show>
    </>
  );
}
