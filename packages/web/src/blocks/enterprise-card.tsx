import { For, Show } from "solid-js";
import { NameDrawing } from "../pictures/name-drawing.tsx";
import type { EnterpriseCard as CardOf } from "../reading/answers.ts";
import { paths } from "../site/paths.ts";
import { Card } from "../ui/card.tsx";
import { Link } from "../ui/link.tsx";
import { enterprises, mandates } from "../words/nl.ts";
import { MandateVessel } from "./mandate-vessel.tsx";
import { photoOf } from "./photo.ts";
import { trackRecord } from "./track-record.tsx";

/** An enterprise to open: what you can ask it first, then what it was trusted with and what it made of that. */
export function EnterpriseCard(props: { readonly enterprise: CardOf; readonly level?: 2 | 3 | 4 | undefined }) {
  const newest = () => props.enterprise.mandates[0];
  const promises = () => trackRecord(props.enterprise.promises);
  return (
    <Card
      title={props.enterprise.name}
      href={paths.enterprise(props.enterprise.id)}
      level={props.level}
      photo={photoOf(props.enterprise)}
      picture={<NameDrawing name={props.enterprise.name} />}
      foot={
        <div class="stack stack--close">
          <Show when={newest()} fallback={<p class="quiet">{mandates.noneYet}</p>}>
            {(mandate) => (
              <div class="stack stack--tight">
                <p class="small">
                  <span class="quiet">{mandates.label}: </span>
                  {mandate().title}
                </p>
                <MandateVessel vessel={mandate().vessel} />
                <Show when={props.enterprise.mandates.length > 1}>
                  <p class="small quiet">{mandates.more(props.enterprise.mandates.length - 1)}</p>
                </Show>
              </div>
            )}
          </Show>
          <Show when={newest()}>
            <p>
              <strong>{promises()}</strong>
            </p>
          </Show>
        </div>
      }
    >
      <Show when={props.enterprise.askUs.length > 0}>
        <div>
          <p class="small quiet">{enterprises.askUs}</p>
          <ul class="ask">
            <For each={props.enterprise.askUs.slice(0, 4)}>{(question) => <li>{question}</li>}</For>
          </ul>
          <p class="small">
            <Link href={paths.askEnterprise(props.enterprise.id)}>{enterprises.askOf(props.enterprise.name)}</Link>
          </p>
        </div>
      </Show>
    </Card>
  );
}
