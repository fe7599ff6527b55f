import { cleanLine, groupIban, readIban } from "@hevel/api/client";
import { createSignal, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { DataList } from "../../ui/data-list.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { board } from "../../words/nl.ts";
import { type Board, BoardPage, createBoard } from "./board-page.tsx";
import { OtherHolder } from "./other-holder.tsx";
import { PendingAccount } from "./pending-account.tsx";

const text = board.bank;

/** The bank account money is paid to: the treasurer proposes one, another member confirms it. */
export function BoardAccountPage() {
  const { enterpriseId, reading } = createBoard();
  const [isAsked, setAsked] = createSignal(false);
  const isTreasurer = () => reading.value()?.members.some(({ isYou, role }) => isYou && role === "treasurer") === true;
  return (
    <BoardPage enterpriseId={enterpriseId()} reading={reading} title={text.title} lead={text.lead}>
      {(value) => (
        <div class="stack stack--loose">
          <PendingAccount board={value()} isAsked={isAsked()} onChanged={reading.replace} />
          <Show
            when={isTreasurer() && value().ibanProposal === undefined}
            fallback={<Shown board={value()} isTreasurer={isTreasurer()} />}
          >
            <AccountForm
              board={value()}
              onChanged={(after) => {
                setAsked(after.ibanProposal !== undefined);
                reading.replace(after);
              }}
            />
          </Show>
        </div>
      )}
    </BoardPage>
  );
}

/** The account that counts now, for who cannot, or not at this moment, give another. */
function Shown(props: { readonly board: Board; readonly isTreasurer: boolean }) {
  return (
    <section class="stack measure">
      <Heading level={2}>{text.now}</Heading>
      <Show when={props.board.iban} fallback={<Paragraph>{text.none}</Paragraph>}>
        {(iban) => (
          <DataList
            rows={[
              { term: text.iban, value: <span class="tabular">{groupIban(iban())}</span> },
              { term: text.holder, value: props.board.ibanHolder ?? "" },
            ]}
          />
        )}
      </Show>
      <Show when={props.board.recheck.includes("iban")}>
        <Paragraph>{text.rechecked}</Paragraph>
      </Show>
      <Show when={!props.isTreasurer}>
        <Paragraph look="quiet">{text.onlyTreasurer}</Paragraph>
      </Show>
    </section>
  );
}

function AccountForm(props: { readonly board: Board; readonly onChanged: (board: Board) => void }) {
  const form = createForm({
    initial: { iban: groupIban(props.board.iban ?? ""), holder: props.board.ibanHolder ?? "" },
    check: ({ iban, holder }) => {
      const found = gatherErrors();
      if (cleanLine(iban) === "") found.add("iban", text.ibanEmpty);
      else if (readIban(iban) === undefined) found.add("iban", text.ibanWrong);
      found.text("holder", holder, limits.name, text.holderEmpty);
      return found.errors;
    },
    draftKey: `rekening:${props.board.id}`,
    send: async ({ iban, holder }, key) => {
      const json = { iban: readIban(iban) ?? iban, holder: holder.trim(), revision: props.board.revision };
      try {
        const param = { enterpriseId: props.board.id };
        props.onChanged(
          await answer(api.enterprises[":enterpriseId"].iban.$put({ param, header: { "idempotency-key": key }, json })),
        );
        return { ok: true };
      } catch (error) {
        return refusalOf(error);
      }
    },
  });
  const [holder, setHolder] = createSignal(form.values.holder);
  return (
    <div class="stack">
      <Show when={props.board.iban !== undefined}>
        <Paragraph look="quiet">{text.recheckHint}</Paragraph>
      </Show>
      <Form form={form} action={text.save} onSent={() => undefined}>
        <TextField {...form.bind("iban")} label={text.iban} hint={text.ibanHint} />
        {/* Judged when the field is left: halfway through, every name is another. */}
        <div class="stack stack--close" onFocusOut={() => setHolder(form.values.holder)}>
          <TextField {...form.bind("holder")} label={text.holder} hint={text.holderHint} autocomplete="organization" />
          <OtherHolder holder={holder()} enterprise={props.board.profile.name} />
        </div>
      </Form>
    </div>
  );
}
