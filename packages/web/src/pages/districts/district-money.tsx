import { Show } from "solid-js";
import { MandateVessel } from "../../blocks/mandate-vessel.tsx";
import type { District } from "../../reading/answers.ts";
import { linesPath } from "../../site/paths.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Table } from "../../ui/table.tsx";
import { formatCentsExact } from "../../words/money.ts";
import { districts } from "../../words/nl.ts";

type Pot = District["money"]["pots"][number];

/** The money of a district: all its mandates as one vessel, and the pots that are for this district alone. */
export function DistrictMoney(props: { readonly district: District }) {
  const money = () => props.district.money;
  return (
    <section id="geld" class="section">
      <div class="section__head">
        <Heading level={2}>{districts.moneyTitle}</Heading>
        <Link href={linesPath({ wijk: props.district.code })} onward>
          {districts.moneyLink}
        </Link>
      </div>
      <div class="split split--even split--start">
        <Show when={money().vessel.awardedCents > 0} fallback={<EmptyState>{districts.moneyEmpty}</EmptyState>}>
          <div class="panel panel--plain stack stack--close">
            <p class="small quiet">{districts.mandatesTogether}</p>
            <MandateVessel vessel={money().vessel} large scope={{ wijk: props.district.code }} />
            <p class="small quiet">{districts.moneyShared}</p>
          </div>
        </Show>
        <Show when={money().pots.length > 0}>
          <Table
            caption={districts.pots}
            rows={money().pots}
            columns={[
              { key: "name", label: districts.pot, cell: (pot) => pot.name },
              {
                key: "filled",
                label: districts.potFilled,
                figure: true,
                cell: (pot) => (
                  <Link href={linesPath({ pot: pot.id, soort: "vrijgemaakt" })}>
                    {formatCentsExact(pot.appropriatedCents)}
                  </Link>
                ),
              },
              {
                key: "awarded",
                label: districts.potAwarded,
                figure: true,
                cell: (pot) => (
                  <Link href={linesPath({ pot: pot.id, soort: "toegekend" })}>
                    {formatCentsExact(pot.awardedCents)}
                  </Link>
                ),
              },
              {
                key: "paid",
                label: districts.potPaid,
                figure: true,
                cell: (pot) => (
                  <Link href={linesPath({ pot: pot.id, soort: "betaald" })}>{formatCentsExact(pot.paidCents)}</Link>
                ),
              },
              // What came back counts in what is left: without it the figures do not add up.
              ...(money().pots.every(({ refundedCents }) => refundedCents === 0)
                ? []
                : [
                    {
                      key: "refunded",
                      label: districts.potRefunded,
                      figure: true,
                      cell: (pot: Pot) => formatCentsExact(pot.refundedCents),
                    },
                  ]),
              {
                key: "left",
                label: districts.potLeft,
                figure: true,
                cell: (pot) => formatCentsExact(pot.availableCents),
              },
            ]}
          />
        </Show>
      </div>
    </section>
  );
}
