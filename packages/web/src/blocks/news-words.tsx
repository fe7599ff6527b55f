import { For, Show } from "solid-js";
import { Heading } from "../ui/heading.tsx";
import { Linked } from "./linked.tsx";
import { photoOf } from "./photo.ts";
import { paragraphsOf } from "./update-feed.tsx";

/** News as it will stand on the page, before it is posted. */
export function NewsWords(props: {
  readonly title: string;
  readonly body: string;
  readonly photoId?: string;
  readonly photoAlt?: string;
}) {
  const photo = () => photoOf({ photoId: props.photoId === "" ? undefined : props.photoId, photoAlt: props.photoAlt });
  return (
    <>
      <Show when={photo()}>
        {(found) => <img class="news__photo" src={found().src} alt={found().alt} width="640" height="360" />}
      </Show>
      <Heading level={3}>{props.title}</Heading>
      <For each={paragraphsOf(props.body)}>
        {(paragraph) => (
          <p>
            <Linked text={paragraph} />
          </p>
        )}
      </For>
    </>
  );
}
