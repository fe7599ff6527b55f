import { createSignal, For, Show } from "solid-js";
import { answer, api, Refused, refusalOf } from "../../reading/api.ts";
import { announce } from "../../ui/announcer.ts";
import { Button } from "../../ui/button.tsx";
import { Heading } from "../../ui/heading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Paragraph } from "../../ui/paragraph.tsx";
import { StatusBadge, type StatusTone } from "../../ui/status-badge.tsx";
import { formatDate } from "../../words/dates.ts";
import { board, words } from "../../words/nl.ts";
import { type Board, BoardPage, createBoard } from "./board-page.tsx";
import { InviteMember } from "./invite-member.tsx";

type Member = Board["members"][number];

const text = board.team;
const tones: Record<Member["status"], StatusTone> = {
  confirmed: "good",
  invited: "waiting",
  "invitation-expired": "attention",
  left: "quiet",
};

/** Who is on the board; inviting, leaving and whether one's name is public. */
export function BoardMembersPage() {
  const { enterpriseId, reading } = createBoard();
  return (
    <BoardPage enterpriseId={enterpriseId()} reading={reading} title={text.title} lead={text.lead}>
      {(value) => (
        <div class="split split--start">
          <div>
            <section>
              <Heading level={2}>{text.listTitle}</Heading>
              <ul class="rows">
                <For each={value().members}>
                  {(member) => <MemberRow board={value()} member={member} onChanged={reading.replace} />}
                </For>
              </ul>
            </section>
            <section class="section stack stack--close">
              <Heading level={2}>{text.inviteTitle}</Heading>
              <Paragraph>{text.inviteLead}</Paragraph>
              <InviteMember board={value()} onChanged={reading.replace} />
            </section>
          </div>
          <NameVisibility board={value()} onChanged={reading.replace} />
        </div>
      )}
    </BoardPage>
  );
}

interface Change {
  readonly board: Board;
  readonly onChanged: (board: Board) => void;
}

function MemberRow(props: Change & { readonly member: Member }) {
  const [isAsking, setAsking] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const act = () => {
    if (props.member.status !== "confirmed") return "withdraw";
    return props.member.isYou ? "leave" : "remove";
  };
  const takesSecond = () =>
    act() === "remove" &&
    props.member.removal === undefined &&
    props.board.verifiedAt !== undefined &&
    !props.member.isUnchecked &&
    (props.member.role === "chair" || props.member.role === "treasurer");
  const remove = async () => {
    setFailure(undefined);
    const param = { enterpriseId: props.board.id, memberId: props.member.id };
    try {
      const changed = await answer(api.enterprises[":enterpriseId"].members[":memberId"].$delete({ param }));
      const isGone = changed.members.every(({ id, status }) => id !== props.member.id || status === "left");
      announce(isGone ? text.removed(props.member.name) : text.asked(props.member.name));
      setAsking(false);
      props.onChanged(changed);
    } catch (error) {
      const isLast = error instanceof Refused && error.problem.details?.["why"] === "last-member";
      const refusal = refusalOf(error);
      setFailure(isLast ? text.lastMember : refusal.ok ? undefined : refusal.message);
    }
  };
  return (
    <li class="rows__row">
      <div>
        <p class="rows__title">
          {props.member.name} <Show when={props.member.isYou}>({text.you})</Show>
        </p>
        <p class="small quiet break-anywhere">
          {words.boardRoles[props.member.role]}
          <Show when={props.member.email}>
            {(email) => (
              <>
                {"\u00a0· "}
                {email()}
              </>
            )}
          </Show>
          <Show when={props.member.invitationExpiresAt}>
            {(until) => (
              <>
                {"\u00a0· "}
                {text.invitedUntil(formatDate(until()))}
              </>
            )}
          </Show>
        </p>
      </div>
      <Show when={props.member.removal}>
        {(removal) => (
          <div class="small">
            <p>{text.removal.askedBy(removal().by)}</p>
            <p>
              {removal().heldBy === "officer"
                ? text.removal.officer
                : text.removal.board(formatDate(removal().expiresAt))}
            </p>
          </div>
        )}
      </Show>
      <Show when={props.member.isUnchecked && props.member.status === "confirmed"}>
        <p class="small">{text.unchecked}</p>
      </Show>
      <StatusBadge tone={tones[props.member.status]}>{text.statuses[props.member.status]}</StatusBadge>
      <Show when={props.member.mayBeRemovedByYou}>
        <div class="rows__act">
          <Show
            when={isAsking()}
            fallback={
              <Button look="subtle" class="button--flush" onPress={() => setAsking(true)}>
                {props.member.removal === undefined || act() !== "remove" ? text[act()] : text.confirmRemoval}{" "}
                <span class="visually-hidden">{props.member.name}</span>
              </Button>
            }
          >
            <div class="stack stack--tight">
              <p role="status">
                {props.member.removal === undefined || act() !== "remove"
                  ? text.sure[act()](props.member.name)
                  : text.sureConfirm(props.member.name)}
              </p>
              <Show when={takesSecond()}>
                <p class="small quiet">{text.askHint}</p>
              </Show>
              <Show when={failure()}>
                {(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}
              </Show>
              <div class="cluster">
                <Button onPress={() => void remove()}>{text.yes[act()]}</Button>
                <Button look="subtle" onPress={() => setAsking(false)}>
                  {text.no}
                </Button>
              </div>
            </div>
          </Show>
        </div>
      </Show>
    </li>
  );
}

function NameVisibility(props: Change) {
  const [failure, setFailure] = createSignal<string>();
  const own = () => props.board.members.find(({ isYou }) => isYou);
  const change = async (memberId: string, isNamePublic: boolean) => {
    setFailure(undefined);
    try {
      const param = { enterpriseId: props.board.id, memberId };
      const route = api.enterprises[":enterpriseId"].members[":memberId"]["name-visibility"];
      props.onChanged(await answer(route.$put({ param, json: { isNamePublic } })));
      announce(isNamePublic ? text.visibleOn : text.visibleOff);
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : refusal.message);
    }
  };
  return (
    <Show when={own()}>
      {(member) => (
        <aside class="panel stack stack--close" aria-label={text.visibleTitle}>
          <Heading level={2} looks={3}>
            {text.visibleTitle}
          </Heading>
          <Paragraph>{member().isNamePublic ? text.visibleOn : text.visibleOff}</Paragraph>
          <Show when={failure()}>{(sentence) => <Notice tone="attention" level={3} title={sentence()} spoken />}</Show>
          <Button onPress={() => void change(member().id, !member().isNamePublic)}>
            {member().isNamePublic ? text.hide : text.show}
          </Button>
        </aside>
      )}
    </Show>
  );
}
