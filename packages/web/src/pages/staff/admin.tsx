import { createSignal, For, Show } from "solid-js";
import { gatherErrors } from "../../forms/field-errors.ts";
import { createForm } from "../../forms/form.ts";
import { limits } from "../../forms/limits.ts";
import { answer, api, send } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/checkbox-group.tsx";
import { DataList } from "../../ui/data-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { admin, staff, words } from "../../words/nl.ts";
import type { GroupRoles } from "./answers.ts";
import { AuditTrail } from "./audit-trail.tsx";
import { Outcome } from "./outcome.tsx";
import { StaffMembers } from "./staff-members.tsx";
import { StaffNav } from "./staff-nav.tsx";
import { hasRole, rolesNamed, type StaffRole, useStaff, whoMay } from "./staff-viewer.ts";

const roles: readonly StaffRole[] = ["officer", "council", "finance", "clerk", "professional", "auditor", "admin"];
const options = roles.map((value) => ({ value, label: words.staffRoles[value] }));
const rolesOf = (typed: string): StaffRole[] => roles.filter((role) => typed.split(" ").includes(role));

/** Which groups give which roles, and who has been here with them. */
export function AdminPage() {
  const viewer = useStaff();
  const reading = createReading(
    () => true,
    async () => {
      const [groups, members, trail] = await Promise.all([
        answer(api["group-roles"].$get()),
        answer(api.staff.$get()),
        answer(api["audit-lines"].$get({ query: {} })),
      ]);
      return { groups, staff: members.items, trail: trail.items };
    },
  );
  const [isSaved, setSaved] = createSignal(false);
  return (
    <Page title={admin.title} eyebrow={staff.eyebrow} lead={admin.lead}>
      <StaffNav />
      <Shown reading={reading} who={whoMay("admin", "auditor")} isPart>
        {(found) => (
          <div class="apart">
            <section class="stack">
              <Show when={isSaved()}>
                <Outcome title={admin.done} />
              </Show>
              <Show when={hasRole(viewer(), "admin")} fallback={<GroupTable groups={found().groups} />}>
                <Heading level={2}>{admin.roleTitle}</Heading>
                <DataList
                  rows={roles.map((role) => ({ term: words.staffRoles[role], value: admin.roleHints[role] }))}
                />
                <Heading level={2}>{admin.groups}</Heading>
                <Show when={found().groups} keyed>
                  {(groups) => (
                    <GroupForm
                      groups={groups}
                      onBegin={() => setSaved(false)}
                      onSaved={(after) => {
                        reading.replace({ ...found(), groups: after });
                        setSaved(true);
                      }}
                    />
                  )}
                </Show>
              </Show>
            </section>
            <StaffMembers
              staff={found().staff}
              mayEnd={hasRole(viewer(), "admin")}
              onEnded={(member) => {
                const staff = found().staff.map((one) => (one.id === member.id ? member : one));
                reading.replace({ ...found(), staff });
              }}
            />
            <AuditTrail lines={found().trail} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

function GroupTable(props: { readonly groups: GroupRoles }) {
  return (
    <>
      <Notice tone="info" title={admin.readOnly} />
      <Show when={props.groups.items.length > 0} fallback={<EmptyState>{admin.none}</EmptyState>}>
        <Table
          caption={admin.groups}
          rows={props.groups.items}
          columns={[
            { key: "group", label: admin.group, cell: (row) => row.group },
            { key: "roles", label: admin.hasRoles, cell: (row) => rolesNamed(row.roles) },
          ]}
        />
      </Show>
    </>
  );
}

function GroupForm(props: {
  readonly groups: GroupRoles;
  readonly onBegin: () => void;
  readonly onSaved: (after: GroupRoles) => void;
}) {
  const { items, revision } = props.groups;
  let after = props.groups;
  const form = createForm({
    draftKey: `rollen:${revision}`,
    initial: { groups: items.map(({ group, roles }) => ({ group, roles: roles.join(" ") })) },
    check: ({ groups }) => {
      const found = gatherErrors();
      const names = groups.map(({ group }) => group.trim());
      for (const [index, { group, roles: given }] of groups.entries()) {
        found.text(`groups.${index}.group`, group, limits.name, admin.groupEmpty);
        if (group.trim() !== "" && names.indexOf(group.trim()) < index)
          found.add(`groups.${index}.group`, admin.groupTwice);
        found.choice(`groups.${index}.roles`, given, admin.rolesEmpty);
      }
      if (!groups.some(({ roles: given }) => rolesOf(given).includes("admin")))
        found.add(`groups.${Math.max(0, groups.length - 1)}.roles`, admin.adminNeeded);
      return found.errors;
    },
    send: ({ groups }) => {
      props.onBegin();
      const json = {
        items: groups.map(({ group, roles: given }) => ({ group: group.trim(), roles: rolesOf(given) })),
        revision,
      };
      return send(
        api["group-roles"].$put({ json }),
        (saved) => {
          after = saved;
        },
        (path) => path.replace(/^items\.(\d+)\.roles.*$/, "groups.$1.roles").replace(/^items/, "groups"),
      );
    },
  });
  return (
    <div class="groups">
      <Form form={form} action={admin.button} onSent={() => props.onSaved(after)}>
        <For each={form.values.groups}>
          {(row, index) => (
            <fieldset class="parts__part groups__group">
              <legend class="visually-hidden">{admin.number(index() + 1)}</legend>
              <TextField
                {...form.bindRow("groups", index(), "group")}
                label={admin.group}
                hint={index() === 0 ? admin.groupHint : undefined}
                width="middle"
              />
              <GroupRolesField bound={form.bindRow("groups", index(), "roles")} />
              <button
                type="button"
                class="link-button link-button--start"
                onClick={() => form.removeRow("groups", index())}
              >
                {admin.remove(row.group.trim())}
              </button>
            </fieldset>
          )}
        </For>
        <Show when={form.values.groups.length < limits.groups}>
          <div>
            <Button onPress={() => form.addRow("groups", { group: "", roles: "" })}>{admin.add}</Button>
          </div>
        </Show>
      </Form>
    </div>
  );
}

/** A row keeps text, so the roles of a group stand in it with spaces between them. */
function GroupRolesField(props: {
  readonly bound: {
    readonly name: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onInput: (value: string) => void;
  };
}) {
  return (
    <CheckboxGroup
      name={props.bound.name}
      label={admin.roles}
      error={props.bound.error}
      value={rolesOf(props.bound.value)}
      onInput={(given) => props.bound.onInput(given.join(" "))}
      options={options}
      columns
    />
  );
}
