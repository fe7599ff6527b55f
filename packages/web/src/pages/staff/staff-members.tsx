import { createSignal, Show } from "solid-js";
import { answer, api, refusalOf } from "../../reading/api.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { formatMoment } from "../../words/dates.ts";
import { admin } from "../../words/nl.ts";
import type { StaffMember } from "./answers.ts";
import { Outcome } from "./outcome.tsx";
import { rolesNamed } from "./staff-viewer.ts";

/** Who has been here as staff, when last, with the roles of now; an admin ends their sessions with one press. */
export function StaffMembers(props: {
  readonly staff: readonly StaffMember[];
  readonly mayEnd: boolean;
  readonly onEnded: (after: StaffMember) => void;
}) {
  const [ended, setEnded] = createSignal<string>();
  const [failure, setFailure] = createSignal<string>();
  const [busy, setBusy] = createSignal<string>();
  const end = async ({ id: personId }: StaffMember) => {
    setBusy(personId);
    setEnded(undefined);
    setFailure(undefined);
    try {
      const after = await answer(api.staff[":personId"]["session-endings"].$post({ param: { personId } }));
      props.onEnded(after);
      setEnded(after.name);
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : refusal.message);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <section class="stack">
      <Show when={ended()} keyed>
        {(name) => <Outcome title={admin.ended(name)}>{admin.endedHint}</Outcome>}
      </Show>
      <Show when={failure()}>{(sentence) => <Notice tone="attention" title={sentence()} spoken />}</Show>
      <Show
        when={props.staff.length > 0}
        fallback={
          <>
            <Heading level={2}>{admin.staff}</Heading>
            <EmptyState>{admin.staffEmpty}</EmptyState>
          </>
        }
      >
        <Table
          caption={admin.staff}
          rows={props.staff}
          columns={[
            { key: "name", label: admin.name, cell: (member) => member.name },
            { key: "email", label: admin.email, cell: (member) => <span class="break">{member.email}</span> },
            { key: "roles", label: admin.hasRoles, cell: (member) => rolesNamed(member.roles) },
            { key: "signedInAt", label: admin.lastSignIn, cell: (member) => <LastSignIn member={member} /> },
            ...(props.mayEnd
              ? [
                  {
                    key: "end",
                    label: admin.endSessions,
                    cell: (member: StaffMember) => (
                      <Button look="subtle" busy={busy() === member.id} onPress={() => void end(member)}>
                        {admin.endSessionsOf(member.name)}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p class="small quiet">{admin.staffHint}</p>
      </Show>
    </section>
  );
}

function LastSignIn(props: { readonly member: StaffMember }) {
  return (
    <>
      <Show when={props.member.signedInAt}>{(at) => <>{formatMoment(at())}</>}</Show>
      <Show when={props.member.sessionsEndedAt}>
        {(at) => <span class="table__note">{admin.endedAt(formatMoment(at()))}</span>}
      </Show>
    </>
  );
}
