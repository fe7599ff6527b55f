import { MunicipalityMap } from "../../blocks/municipality-map.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { districts } from "../../words/nl.ts";

export function DistrictsPage() {
  return (
    <Page title={districts.title} lead={districts.lead} crumbs={[]}>
      <div class="stack">
        <MunicipalityMap />
        <Paragraph look="small">{districts.legend}</Paragraph>
      </div>
    </Page>
  );
}
