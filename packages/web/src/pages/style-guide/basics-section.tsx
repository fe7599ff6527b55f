import { For } from "solid-js";
import { paths } from "../../site/paths.ts";
import { Button } from "../../ui/button.tsx";
import { Deadline } from "../../ui/deadline.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StageLine } from "../../ui/stage-line.tsx";
import { StatusBadge, type StatusTone } from "../../ui/status-badge.tsx";
import { styleGuide } from "../../words/nl.ts";
import { exampleStages } from "./examples.ts";

const tones: readonly StatusTone[] = ["quiet", "going", "waiting", "good", "attention"];
const now = "2026-12-03T09:00:00Z";

export function BasicsSection() {
  return (
    <>
      <section class="stack">
        <Heading level={2}>{styleGuide.sections.colours}</Heading>
        <ul class="swatches">
          <For each={Object.entries(styleGuide.colourNames)}>
            {([name, words]) => (
              <li>
                <svg class="swatches__colour" aria-hidden="true">
                  <rect width="100%" height="100%" fill={`var(--hevel-${name})`} />
                </svg>
                {words}
              </li>
            )}
          </For>
        </ul>
      </section>
      <section class="section stack">
        <Heading level={2}>{styleGuide.sections.type}</Heading>
        <p class="nl-heading nl-heading--level-1 heading--display">{styleGuide.type.display}</p>
        <p class="nl-heading nl-heading--level-1">{styleGuide.type.level1}</p>
        <p class="nl-heading nl-heading--level-2">{styleGuide.type.level2}</p>
        <p class="nl-heading nl-heading--level-3">{styleGuide.type.level3}</p>
        <Paragraph look="lead">{styleGuide.type.lead}</Paragraph>
        <Paragraph>{styleGuide.type.body}</Paragraph>
        <Paragraph look="small">{styleGuide.type.quiet}</Paragraph>
      </section>
      <section class="section stack">
        <Heading level={2}>{styleGuide.sections.buttons}</Heading>
        <div class="cluster">
          <Button look="primary">{styleGuide.buttons.primary}</Button>
          <Button>{styleGuide.buttons.secondary}</Button>
          <Button look="subtle">{styleGuide.buttons.subtle}</Button>
          <Button look="primary" busy>
            {styleGuide.buttons.busy}
          </Button>
          <Button icon="camera">{styleGuide.buttons.photo}</Button>
        </div>
        <div class="cluster">
          <Link href={paths.styleGuide()}>{styleGuide.buttons.linkText}</Link>
          <Link href={paths.styleGuide()} onward>
            {styleGuide.buttons.onward}
          </Link>
        </div>
      </section>
      <section class="section stack">
        <Heading level={2}>{styleGuide.sections.status}</Heading>
        <div class="cluster">
          <For each={tones}>{(tone) => <StatusBadge tone={tone}>{styleGuide.statuses[tone]}</StatusBadge>}</For>
        </div>
        <StageLine stages={exampleStages} label={styleGuide.stageLabel} wide />
        <div class="panel panel--plain stack stack--close">
          <p>
            <Deadline at="2026-12-12T11:00:00Z" now={now} />
          </p>
          <p>
            <Deadline at="2026-12-01T16:00:00Z" now={now} />
          </p>
          <p>
            <Deadline at="2026-12-12T11:00:00Z" now={now} stoppedOn="2026-05-03" />
          </p>
        </div>
      </section>
    </>
  );
}
