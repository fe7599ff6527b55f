import { For, Show } from "solid-js";
import { paragraphsOf } from "../../blocks/update-feed.tsx";
import { NameDrawing } from "../../pictures/name-drawing.tsx";
import { Card } from "../../ui/card.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { enterprises, words } from "../../words/nl.ts";
import { factsOf } from "../enterprises/enterprise-facts.tsx";
import type { profileOf } from "./enterprise-values.ts";

interface Seat {
  readonly name: string;
  readonly role: keyof typeof words.boardRoles;
  readonly isNamePublic: boolean;
}

/** What an enterprise tells about itself as everybody will read it: its card in a list, and the words of its page. */
export function ProfileWords(props: {
  readonly profile: ReturnType<typeof profileOf>;
  /** Where the photo is: kept, or still on this device. */
  readonly photo?: { readonly src: string; readonly alt: string } | undefined;
  /** Who registers it, and so sits on its board. */
  readonly seat?: Seat | undefined;
}) {
  const of = () => props.profile;
  return (
    <>
      <Card title={of().name} photo={props.photo} picture={<NameDrawing name={of().name} />}>
        <Show when={of().askUs.length > 0}>
          <div>
            <p class="small quiet">{enterprises.askUs}</p>
            <ul class="ask">
              <For each={of().askUs}>{(question) => <li>{question}</li>}</For>
            </ul>
          </div>
        </Show>
      </Card>
      <Heading level={3}>{enterprises.whoWeAre}</Heading>
      <For each={paragraphsOf(of().story)}>{(paragraph) => <p>{paragraph}</p>}</For>
      <DataList rows={factsOf(of())} />
      <Show when={props.seat}>
        {(seat) => (
          <>
            <Heading level={3}>{enterprises.board}</Heading>
            <p>
              <Show when={seat().isNamePublic} fallback={<span class="quiet">{enterprises.nameHidden}</span>}>
                <strong>{seat().name}</strong>
              </Show>
              , {words.boardRoles[seat().role]}
            </p>
          </>
        )}
      </Show>
    </>
  );
}
