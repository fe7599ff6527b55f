import { groupIban } from "@hevel/api/client";
import { useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { Existing } from "../../blocks/existing.tsx";
import { answer, api } from "../../reading/api.ts";
import { createReading, Shown } from "../../reading/resource.tsx";
import { paths } from "../../site/paths.ts";
import { districtName, useSite } from "../../site/site.ts";
import { DataList } from "../../ui/data-list.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Table } from "../../ui/table.tsx";
import { isOwnAccount } from "../../words/account-holder.ts";
import { formatDate } from "../../words/dates.ts";
import { doubtInWords, staff, staffEnterprise, staffEnterprises, words } from "../../words/nl.ts";
import type { Board } from "./answers.ts";
import { CaseHolder } from "./case-holder.tsx";
import { Desk } from "./desk.tsx";
import { enterpriseTones } from "./enterprises.tsx";
import { Outcome } from "./outcome.tsx";
import { whoMay } from "./staff-viewer.ts";
import { VerifyEnterprise } from "./verify-enterprise.tsx";

const text = staffEnterprise;

/** One enterprise from the inside, and the officer's judgement of it. */
export function StaffEnterprisePage() {
  const params = useParams<{ enterpriseId: string }>();
  const reading = createReading(
    () => params.enterpriseId,
    (enterpriseId) => answer(api.enterprises[":enterpriseId"].board.$get({ param: { enterpriseId } })),
  );
  const [done, setDone] = createSignal<{ title: string; next?: string }>();
  const of = () => reading.value();
  return (
    <Existing reading={reading}>
      <Page
        title={of()?.profile.name ?? text.crumb}
        eyebrow={staff.eyebrow}
        acts={
          <Show when={of()}>
            {(board) => (
              <>
                <StatusBadge tone={enterpriseTones[board().status]}>
                  {words.enterpriseStatuses[board().status]}
                </StatusBadge>
                <Link href={paths.enterprise(board().id)}>
                  {board().hidden === undefined ? staff.toPublic : staff.toPreview}
                </Link>
              </>
            )}
          </Show>
        }
        crumbs={[{ label: staffEnterprises.title, href: paths.staffEnterprises() }]}
      >
        <Shown reading={reading} who={whoMay("officer", "finance", "council", "auditor")} isPart>
          {(board) => (
            <Desk
              material={
                <>
                  <Earlier board={board()} />
                  <Account board={board()} />
                  <Members board={board()} />
                  <Profile board={board()} />
                </>
              }
              act={
                <>
                  <Show when={done()} keyed>
                    {(what) => (
                      <Outcome title={what.title}>
                        <Show when={what.next}>{(next) => <p>{next()}</p>}</Show>
                        <Link href={paths.staff()} onward>
                          {staff.toList}
                        </Link>
                      </Outcome>
                    )}
                  </Show>
                  <VerifyEnterprise
                    board={board()}
                    onDone={(what, after) => {
                      setDone(what);
                      reading.replace(after);
                    }}
                  />
                  <Show when={board().status === "registered"}>
                    <CaseHolder caseId={board().id} heldBy="officer" />
                  </Show>
                </>
              }
            />
          )}
        </Shown>
      </Page>
    </Existing>
  );
}

/** What the officer should know before looking: a change after the check, an earlier no. */
function Earlier(props: { readonly board: Board }) {
  return (
    <>
      <Show when={props.board.nameDoubts.length > 0}>
        <Notice tone="attention" title={text.doubtsTitle}>
          <For each={props.board.nameDoubts}>
            {(doubt) => (
              <p>
                <Show when={doubt.name} fallback={doubtInWords(doubt)}>
                  {(name) => (
                    <Link href={paths.staffEnterprise(doubt.enterpriseId ?? "")}>{text.doubtLike(name())}</Link>
                  )}
                </Show>
              </p>
            )}
          </For>
          <p>{text.doubtsNote}</p>
        </Notice>
      </Show>
      <Show when={props.board.kvkDoubt}>
        {(doubt) => (
          <Notice tone="attention" title={text.kvkDoubtTitle}>
            <p>
              <Link href={paths.staffEnterprise(doubt().enterpriseId)}>{text.kvkDoubt(doubt().name)}</Link>
            </p>
            <p>{text.kvkDoubtNote}</p>
          </Notice>
        )}
      </Show>
      <Show when={props.board.disavowals}>
        {(count) => (
          <Notice tone="attention" title={text.disavowedTitle(count())}>
            <p>{text.disavowedText}</p>
          </Notice>
        )}
      </Show>
      <Show when={props.board.recheck.length > 0}>
        <Notice tone="asking" title={text.recheckTitle}>
          <p>{text.recheck(props.board.recheck.map((what) => words.rechecks[what]).join(", "))}</p>
          <Show when={props.board.recheck.includes("name") && props.board.publicName}>
            {(name) => <p>{text.publicAs(name())}</p>}
          </Show>
        </Notice>
      </Show>
      <BoardChanges board={props.board} />
      <Show when={props.board.refusal}>
        {(reason) => (
          <Notice tone="attention" title={text.refusedTitle}>
            <p class="lines">{text.refused(reason())}</p>
          </Notice>
        )}
      </Show>
    </>
  );
}

/** Who came and left since an officer looked at the board, and whom somebody wants off it. */
function BoardChanges(props: { readonly board: Board }) {
  const changed = () =>
    props.board.members.filter(
      ({ isUnchecked, status }) => isUnchecked && (status === "confirmed" || status === "left"),
    );
  const told = ({ name, role, status, since, by }: Board["members"][number]) =>
    text[status === "left" ? "left" : "came"]({
      name,
      role: words.boardRoles[role].toLowerCase(),
      since: since === undefined ? "" : formatDate(since),
      by,
    });
  return (
    <>
      <Show when={changed().length > 0}>
        <Notice tone="attention" title={text.boardTitle}>
          <ul class="bullets">
            <For each={changed()}>{(member) => <li>{told(member)}</li>}</For>
          </ul>
          <p>{text.boardNote}</p>
        </Notice>
      </Show>
      <For each={props.board.members.filter(({ removal }) => removal?.heldBy === "officer")}>
        {({ name, role, removal }) => (
          <Notice tone="attention" title={text.removalTitle}>
            <p>{text.removal(removal?.by ?? "", name, words.boardRoles[role].toLowerCase())}</p>
          </Notice>
        )}
      </For>
    </>
  );
}

function Account(props: { readonly board: Board }) {
  const obstacles = () => props.board.obstacles.filter((obstacle) => obstacle !== "not-verified");
  const isSame = () => isOwnAccount(props.board.ibanHolder ?? "", props.board.profile.name);
  return (
    <section class="stack">
      <Heading level={2}>{text.account}</Heading>
      <DataList
        rows={[
          { term: text.iban, value: <span class="tabular">{groupIban(props.board.iban ?? "") || text.ibanNone}</span> },
          { term: text.holder, value: props.board.ibanHolder ?? text.ibanNone },
          ...(props.board.ibanSince === undefined
            ? []
            : [{ term: text.ibanSince, value: formatDate(props.board.ibanSince) }]),
          ...(props.board.ibanBefore === undefined
            ? []
            : [
                {
                  term: text.ibanBefore,
                  value: text.ibanBeforeValue(props.board.ibanBefore.maskedIban, props.board.ibanBefore.holder),
                },
              ]),
          { term: text.name, value: props.board.profile.name },
        ]}
      />
      <Show when={props.board.ibanHolder !== undefined}>
        <Show when={!isSame()} fallback={<Notice tone="good" level={3} title={words.accountHolder.rule} />}>
          <Notice tone="asking" level={3} title={words.accountHolder.other}>
            <p>{text.holderOther}</p>
          </Notice>
        </Show>
      </Show>
      <Show
        when={obstacles().length > 0}
        fallback={
          <Notice tone="info" level={3} title={props.board.status === "verified" ? text.canHold : text.ready} />
        }
      >
        <Notice tone="attention" level={3} title={text.obstaclesTitle}>
          <ul class="bullets">
            <For each={obstacles()}>{(obstacle) => <li>{words.moneyObstacles[obstacle]}</li>}</For>
          </ul>
          <Show when={props.board.status === "registered"}>
            <p>{text.obstaclesNote}</p>
          </Show>
        </Notice>
      </Show>
    </section>
  );
}

function Members(props: { readonly board: Board }) {
  return (
    <section>
      <Table
        caption={text.board}
        rows={props.board.members.filter(({ status }) => status !== "left")}
        columns={[
          {
            key: "name",
            label: text.member,
            cell: (member) => (
              <>
                {member.name}
                <Show when={member.email}>{(email) => <span class="table__note break">{email()}</span>}</Show>
              </>
            ),
          },
          { key: "role", label: text.role, cell: (member) => words.boardRoles[member.role] },
          { key: "status", label: text.memberStatus, cell: (member) => text.memberStatuses[member.status] },
        ]}
      />
    </section>
  );
}

function Profile(props: { readonly board: Board }) {
  const site = useSite();
  const profile = () => props.board.profile;
  return (
    <section class="stack">
      <Heading level={2}>{text.profile}</Heading>
      <DataList
        rows={[
          { term: text.legalForm, value: words.legalForms[profile().legalForm] },
          { term: text.kvk, value: <span class="tabular">{profile().kvkNumber ?? text.kvkNone}</span> },
          {
            term: text.districts,
            value: profile()
              .districts.map((code) => districtName(site(), code))
              .join(", "),
          },
          {
            term: text.askUs,
            value: (
              <Show when={profile().askUs.length > 0} fallback={text.none}>
                <ul class="plain">
                  <For each={profile().askUs}>{(question) => <li>{question}</li>}</For>
                </ul>
              </Show>
            ),
          },
          { term: text.website, value: profile().website ?? text.none },
          { term: text.registered, value: formatDate(props.board.registeredAt) },
          ...(props.board.verifiedAt === undefined
            ? []
            : [{ term: text.verified, value: formatDate(props.board.verifiedAt) }]),
        ]}
      />
      <Heading level={3}>{text.story}</Heading>
      <p class="lines">{profile().story}</p>
    </section>
  );
}
