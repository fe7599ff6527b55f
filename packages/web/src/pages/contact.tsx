import { ContactList } from "../blocks/contact-list.tsx";
import { paths } from "../site/paths.ts";
import { Heading } from "../ui/heading.tsx";
import { Link } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Paragraph } from "../ui/paragraph.tsx";
import { contact, formal } from "../words/nl.ts";

export function ContactPage() {
  return (
    <Page title={contact.title} lead={contact.lead} crumbs={[]}>
      <div class="stack stack--sections">
        <ContactList />
        <section class="stack stack--close">
          <Heading level={2}>{contact.district}</Heading>
          <Paragraph>{contact.districtText}</Paragraph>
          <Link href={paths.districts()} onward>
            {contact.toDistricts}
          </Link>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{contact.object}</Heading>
          <Paragraph>{contact.objectText}</Paragraph>
          <Link href={paths.proposals()} onward>
            {contact.toProposals}
          </Link>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{formal.contact.title}</Heading>
          <Paragraph>{formal.contact.text}</Paragraph>
          <Link href={paths.formal()} onward>
            {formal.contact.act}
          </Link>
        </section>
        <section class="stack stack--close">
          <Heading level={2}>{contact.security}</Heading>
          <Paragraph>{contact.securityText}</Paragraph>
        </section>
      </div>
    </Page>
  );
}
