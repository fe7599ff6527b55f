import { DataList } from "../ui/data-list.tsx";
import { EmailLink } from "../ui/email-link.tsx";
import { Link } from "../ui/link.tsx";
import { contact } from "../words/nl.ts";
import { createMunicipality } from "./municipality-map.tsx";
import { Part } from "./part.tsx";

/** Whom to call: from the settings of the municipality. */
export function ContactList() {
  const municipality = createMunicipality();
  return (
    <Part reading={municipality} shape="table">
      {(of) => (
        <div class="measure">
          <DataList
            rows={[
              { term: contact.who, value: of().contact.name },
              {
                term: contact.phone,
                value: <Link href={`tel:${of().contact.phone.replace(/[^\d+]/g, "")}`}>{of().contact.phone}</Link>,
              },
              { term: contact.email, value: <EmailLink address={of().contact.email} /> },
              { term: contact.hours, value: of().contact.openingHours },
            ]}
          />
        </div>
      )}
    </Part>
  );
}
