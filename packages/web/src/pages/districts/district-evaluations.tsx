import { For } from "solid-js";
import { EvaluationList } from "../../blocks/evaluation-list.tsx";
import type { District } from "../../reading/answers.ts";
import { paths } from "../../site/paths.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { districts } from "../../words/nl.ts";

/** What came of the mandates that are over. */
export function DistrictEvaluations(props: { readonly evaluations: District["evaluations"] }) {
  return (
    <section id="evaluaties" class="section stack">
      <Heading level={2}>{districts.evaluationsTitle}</Heading>
      <For each={props.evaluations} fallback={<EmptyState>{districts.evaluationsEmpty}</EmptyState>}>
        {(of) => (
          <div class="panel panel--plain stack">
            <div>
              <Heading level={3}>
                <Link href={paths.proposal(of.proposalId)}>{of.title}</Link>
              </Heading>
              <p class="small quiet">{of.enterprise.name}</p>
            </div>
            <EvaluationList voices={of.voices} />
          </div>
        )}
      </For>
    </section>
  );
}
