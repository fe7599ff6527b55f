import { For, Show } from "solid-js";
import { ContactList } from "../../blocks/contact-list.tsx";
import { paths } from "../../site/paths.ts";
import { useSite } from "../../site/site.ts";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { formal } from "../../words/nl.ts";
import { formalKinds, slugOf } from "./kinds.ts";

const text = formal.choose;

/** Which formal message somebody wants to send, and how it goes on paper. */
export function ChooseFormalPage() {
  const site = useSite();
  return (
    <Page title={text.title} lead={text.lead} crumbs={[]}>
      <div class="stack stack--sections">
        <ul class="plain stack form-measure">
          <For each={formalKinds}>
            {(kind) => (
              <li class="stack stack--tight">
                <Heading level={2} looks={3}>
                  <Link href={paths.writeFormal(slugOf(kind))}>{formal.kinds[kind].title}</Link>
                </Heading>
                <Paragraph>{formal.kinds[kind].choose}</Paragraph>
              </li>
            )}
          </For>
        </ul>
        <section class="stack stack--close">
          <Heading level={2}>{text.paper}</Heading>
          <Paragraph>{text.paperText}</Paragraph>
          <Show when={site().municipality}>
            {(of) => (
              <address class="address">
                <For each={of().objectionAddress}>{(line) => <span>{line}</span>}</For>
              </address>
            )}
          </Show>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{text.help}</Heading>
          <Paragraph>{text.helpText}</Paragraph>
          <ContactList />
        </section>
      </div>
    </Page>
  );
}
