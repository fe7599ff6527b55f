import { createSignal, For, Show } from "solid-js";
import { Vessel } from "../../../pictures/vessel.tsx";
import { linesPath } from "../../../site/paths.ts";
import { districtName, useSite } from "../../../site/site.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Heading } from "../../../ui/heading.tsx";
import { formatCents } from "../../../words/money.ts";
import { staffMoney } from "../../../words/nl.ts";
import type { Pot } from "../answers.ts";
import { hasRole, useStaff } from "../staff-viewer.ts";
import { FillPot } from "./fill-pot.tsx";
import { NewPot } from "./new-pot.tsx";

const text = staffMoney.pots;

/** Every pot with its level; finance makes them; two people fill them. */
export function Pots(props: { readonly pots: readonly Pot[]; readonly onDone: (what: string) => void }) {
  const viewer = useStaff();
  const [open, setOpen] = createSignal<string>();
  const filling = () => props.pots.find(({ id }) => id === open());
  const finish = (what: string) => {
    setOpen(undefined);
    props.onDone(what);
  };
  return (
    <section class="stack">
      <div class="section__head">
        <Heading level={2}>{text.title}</Heading>
        <Show when={hasRole(viewer(), "finance")}>
          <Button expanded={open() === "new"} onPress={() => setOpen(open() === "new" ? undefined : "new")}>
            {staffMoney.create.open}
          </Button>
        </Show>
      </div>
      <Show when={open() === "new"}>
        <NewPot onDone={finish} />
      </Show>
      <Show when={filling()} keyed>
        {(pot) => <FillPot pot={pot} onDone={finish} onCancel={() => setOpen(undefined)} />}
      </Show>
      <Show when={props.pots.length > 0} fallback={<EmptyState>{text.empty}</EmptyState>}>
        <ul class="pots">
          <For each={props.pots}>
            {(pot) => (
              <PotCard pot={pot} onFill={hasRole(viewer(), "council", "finance") ? () => setOpen(pot.id) : undefined} />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function PotCard(props: { readonly pot: Pot; readonly onFill: (() => void) | undefined }) {
  const site = useSite();
  const where = () => (props.pot.district === undefined ? text.everywhere : districtName(site(), props.pot.district));
  return (
    <li class="pot">
      <div>
        <Heading level={3}>{props.pot.name}</Heading>
        <p class="small quiet">
          {where()}&nbsp;· {text.meta(props.pot.programme, props.pot.year)}
        </p>
      </div>
      <Vessel
        cents={props.pot.availableCents}
        wholeCents={props.pot.appropriatedCents}
        words={text.of(formatCents(props.pot.appropriatedCents))}
        lines={[
          { label: text.available, cents: props.pot.availableCents, kind: "water" },
          {
            label: text.awarded,
            cents: props.pot.awardedCents,
            kind: "air",
            href: linesPath({ pot: props.pot.id, soort: "toegekend" }),
          },
          // What came back counts in what is free: without it the figures do not add up.
          ...(props.pot.refundedCents === 0
            ? []
            : [{ label: text.refunded, cents: props.pot.refundedCents, kind: "air" as const }]),
          {
            label: text.paid,
            cents: props.pot.paidCents,
            kind: "air",
            href: linesPath({ pot: props.pot.id, soort: "betaald" }),
          },
        ]}
      />
      <Show when={props.onFill}>
        {(onFill) => (
          <div>
            <Button onPress={() => onFill()()}>
              {text.fill}
              <span class="visually-hidden"> {props.pot.name}</span>
            </Button>
          </div>
        )}
      </Show>
    </li>
  );
}
