import { Show } from "solid-js";
import { useSite } from "../../site/site.ts";
import { Paragraph } from "../../ui/paragraph.tsx";
import { money } from "../../words/nl.ts";

/** How many people it takes to pay out here: three, or what the municipality says openly instead. */
export function Hands() {
  const site = useSite();
  return (
    <Show when={site().municipality}>
      {(municipality) => (
        <Paragraph look="small">{municipality().threePeople ? money.threePeople : money.fewerPeople}</Paragraph>
      )}
    </Show>
  );
}
