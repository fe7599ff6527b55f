import { For, Show } from "solid-js";
import type { Mandate } from "../reading/answers.ts";
import { linesPath } from "../site/paths.ts";
import { Link } from "../ui/link.tsx";
import { formatCents, formatCentsExact } from "../words/money.ts";
import { mandates } from "../words/nl.ts";

const text = mandates.sums;

interface Part {
  readonly label: string;
  readonly cents: number;
  readonly href?: string | undefined;
}

/** One addition: the whole, and the parts it is made of. */
export function MoneySum(props: { readonly whole: Part; readonly parts: readonly Part[] }) {
  return (
    <dl class="addition">
      <div class="addition__whole">
        <dt>{props.whole.label}</dt>
        <dd>
          <Cents part={props.whole} />
        </dd>
      </div>
      <For each={props.parts}>
        {(part, index) => (
          <div class="addition__part">
            <dt>
              <span class="addition__sign">{index() === 0 ? text.is : text.plus}</span> {part.label}
            </dt>
            <dd>
              <Cents part={part} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function Cents(props: { readonly part: Part }) {
  return (
    <Show when={props.part.href} fallback={formatCentsExact(props.part.cents)}>
      {(href) => <Link href={href()}>{formatCentsExact(props.part.cents)}</Link>}
    </Show>
  );
}

/**
 * Where the awarded money is, as two additions that are right to the cent: what the decision awarded is paid, still to come
 * or released; what was paid is spent, still on the account or paid back.
 */
export function MandateSums(props: { readonly mandate: Pick<Mandate, "id" | "status" | "balances"> }) {
  const of = () => props.mandate.balances;
  const mandaat = () => props.mandate.id;
  const isDue = () => props.mandate.status === "refund-due";
  const everPaid = () => of().paidCents + of().refundedCents;
  return (
    <div class="additions">
      <MoneySum
        whole={{ label: text.granted, cents: of().grantedCents }}
        parts={[
          { label: text.paid, cents: everPaid() },
          { label: text.toCome, cents: of().committedCents },
          { label: text.released, cents: of().releasedCents },
        ]}
      />
      <MoneySum
        whole={{ label: text.paid, cents: everPaid() }}
        parts={[
          {
            label: text.spent,
            cents: of().spentCents,
            href: linesPath({ mandaat: mandaat(), soort: "uitgegeven" }),
          },
          { label: isDue() ? text.due : text.held, cents: of().paidNotSpentCents },
          { label: text.refunded, cents: of().refundedCents },
        ]}
      />
      <Show when={of().returnedCents > 0}>
        <p class="small quiet">{text.counted(formatCents(of().awardedCents), formatCents(of().paidCents))}</p>
      </Show>
    </div>
  );
}
