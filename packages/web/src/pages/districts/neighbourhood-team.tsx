import type { District } from "../../reading/answers.ts";
import { DataList } from "../../ui/data-list.tsx";
import { EmailLink } from "../../ui/email-link.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { districts } from "../../words/nl.ts";

/** Help of professionals, after everything residents can do themselves. */
export function NeighbourhoodTeam(props: { readonly team: District["team"] }) {
  return (
    <section class="section panel" id="wijkteam">
      <div class="split split--even split--start">
        <div class="stack stack--close">
          <Heading level={2}>{districts.teamTitle}</Heading>
          <Paragraph>{districts.teamLead}</Paragraph>
          <Paragraph>{props.team.helpsWith}</Paragraph>
        </div>
        <DataList
          rows={[
            {
              term: districts.phone,
              value: <Link href={`tel:${props.team.phone.replace(/[^\d+]/g, "")}`}>{props.team.phone}</Link>,
            },
            { term: districts.email, value: <EmailLink address={props.team.email} /> },
            { term: districts.hours, value: props.team.openingHours },
          ]}
        />
      </div>
    </section>
  );
}
