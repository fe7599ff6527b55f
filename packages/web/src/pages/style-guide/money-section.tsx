import { For } from "solid-js";
import { DistrictMap } from "../../pictures/district-map.tsx";
import { Flow } from "../../pictures/flow.tsx";
import { Vessel } from "../../pictures/vessel.tsx";
import { Amount } from "../../ui/amount.tsx";
import { Heading } from "../../ui/heading.tsx";
import { formatCents } from "../../words/money.ts";
import { styleGuide } from "../../words/nl.ts";
import { exampleDistricts, exampleFlow } from "./examples.ts";

const whole = 1_250_000;
const spent = 824_000;

export function MoneySection() {
  return (
    <>
      <section class="section stack">
        <Heading level={2}>{styleGuide.sections.money}</Heading>
        <div class="grid">
          <For
            each={[
              { cents: 41_238_000, words: styleGuide.figures.delegated },
              { cents: 18_764_550, words: styleGuide.figures.spent },
            ]}
          >
            {(figure) => (
              <div class="figure">
                <p class="figure__number">
                  <Amount cents={figure.cents} large />
                </p>
                <p class="figure__words">{figure.words}</p>
              </div>
            )}
          </For>
          <div class="figure">
            <p class="figure__number">
              <span class="amount amount--large">23</span>
            </p>
            <p class="figure__words">{styleGuide.figures.active}</p>
          </div>
        </div>
        <div class="split split--even split--start">
          <div class="panel panel--plain">
            <Vessel
              large
              cents={spent}
              wholeCents={whole}
              words={styleGuide.vessel.spentOf(formatCents(whole))}
              lines={[
                { label: styleGuide.vessel.advance, cents: 1_000_000, kind: "mark" },
                { label: styleGuide.vessel.spent, cents: spent, kind: "water" },
                { label: styleGuide.vessel.left, cents: whole - spent, kind: "air" },
              ]}
            />
          </div>
          <div class="stack">
            <For each={[0, 310_000, whole]}>
              {(cents) => (
                <Vessel cents={cents} wholeCents={whole} words={styleGuide.vessel.spentOf(formatCents(whole))} />
              )}
            </For>
          </div>
        </div>
        <Flow data={exampleFlow} />
      </section>
      <section class="section stack">
        <Heading level={2}>{styleGuide.sections.map}</Heading>
        <DistrictMap districts={exampleDistricts} municipality={styleGuide.municipality} />
      </section>
    </>
  );
}
