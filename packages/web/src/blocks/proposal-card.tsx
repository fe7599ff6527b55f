import { Show } from "solid-js";
import type { ProposalCard as CardOf } from "../reading/answers.ts";
import { paths } from "../site/paths.ts";
import { districtNames, useSite } from "../site/site.ts";
import { Card } from "../ui/card.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { formatDate } from "../words/dates.ts";
import { formatCents } from "../words/money.ts";
import { mandates, proposals } from "../words/nl.ts";
import { standingInWords, statusInWords } from "../words/standing.ts";
import { MandateVessel } from "./mandate-vessel.tsx";
import { toneOf } from "./proposal-tone.ts";

/** A proposal to open: what it is, whose, where it stands and who has it, and its money. */
export function ProposalCard(props: {
  readonly proposal: CardOf;
  readonly level?: 2 | 3 | 4 | undefined;
  /** On the page of the district itself its name says nothing. */
  readonly hideDistrict?: boolean | undefined;
  readonly hideEnterprise?: boolean | undefined;
}) {
  const site = useSite();
  const of = () => props.proposal;
  const from = () =>
    [
      props.hideEnterprise === true ? "" : of().enterprise.name,
      props.hideDistrict === true && of().districts !== "all" && of().districts.length === 1
        ? ""
        : districtNames(site(), of().districts),
    ]
      .filter(Boolean)
      .join("\u00a0· ");
  return (
    <Card
      title={of().title}
      href={paths.proposal(of().id)}
      level={props.level}
      above={<StatusBadge tone={toneOf(of().status)}>{statusInWords(of())}</StatusBadge>}
      foot={
        <Show when={of().vessel} fallback={<p>{mandates.applied(formatCents(of().appliedForCents))}</p>}>
          {(vessel) => <MandateVessel vessel={vessel()} />}
        </Show>
      }
    >
      <Show when={from()}>{(line) => <p class="small quiet">{line()}</p>}</Show>
      <p class="clamp">{of().summary}</p>
      <Show
        when={standingInWords(of().standing)}
        fallback={<p class="small quiet">{proposals.submittedOn(formatDate(of().submittedOn))}</p>}
      >
        {(line) => <p class="small">{line()}</p>}
      </Show>
    </Card>
  );
}
