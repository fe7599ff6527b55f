import { Show } from "solid-js";
import { useSite } from "../site/site.ts";
import { ui } from "../words/nl.ts";
import { Heading } from "./heading.tsx";
import { Link } from "./link.tsx";

/** Whom to call: who answers questions at this municipality, when, and by which number and address. */
export function ContactPanel() {
  const site = useSite();
  return (
    <Show when={site().municipality?.contact}>
      {(contact) => (
        <aside class="panel stack stack--tight" aria-label={ui.contact.title}>
          <Heading level={2} looks={3}>
            {ui.contact.title}
          </Heading>
          <p>
            {ui.contact.call(contact().name)}{" "}
            <span class="no-break">
              <Link href={`tel:${contact().phone.replace(/[^\d+]/g, "")}`}>{contact().phone}</Link>
            </span>
          </p>
          <p class="small quiet">{contact().openingHours}</p>
          <p class="break-anywhere">
            {ui.contact.mail} <Link href={`mailto:${contact().email}`}>{contact().email}</Link>
          </p>
        </aside>
      )}
    </Show>
  );
}
