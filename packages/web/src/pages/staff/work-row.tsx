import { createSignal, For, Show } from "solid-js";
import { refusalOf } from "../../reading/api.ts";
import { paths } from "../../site/paths.ts";
import { districtName, useSite } from "../../site/site.ts";
import { announce } from "../../ui/announcer.ts";
import { Link } from "../../ui/link.tsx";
import { Shape } from "../../ui/shape.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { formatCents } from "../../words/money.ts";
import { staff, staffCase, words, workList } from "../../words/nl.ts";
import type { WorkRow } from "./answers.ts";
import { takeCase } from "./case-holder.tsx";
import { hasRole, useStaff, whyNot } from "./staff-viewer.ts";
import { WorkDeadline } from "./work-deadline.tsx";

const ofMandate = new Set<WorkRow["act"]>([
  "proposeTransfer",
  "writeOfficerEvaluation",
  "prepareEnding",
  "takeEnding",
  "returnEnding",
  "recordRefund",
]);
const ofTransfer = new Set<WorkRow["act"]>(["approveTransfer", "payTransfer", "refuseTransfer"]);

/** Where the work of a row is done; who may only follow it goes to the public page. */
function placeOf(row: WorkRow, isReader: boolean): string {
  const enterpriseId = row.enterprise?.id ?? "";
  if (!isReader) {
    if (row.act === "answerMessage") return paths.formal();
    if (row.proposalId !== undefined) return paths.proposal(row.proposalId);
    return row.enterprise === undefined ? paths.money() : paths.enterprise(enterpriseId);
  }
  if (row.act === "confirmOrder") return paths.staffOrder(row.orderId ?? "");
  if (row.act === "answerMessage") return paths.staffMessage(row.messageId ?? "");
  if (row.act === "judgeContent") return paths.staffModeration();
  if (row.act === "verifyEnterprise") return paths.staffEnterprise(enterpriseId);
  if (ofMandate.has(row.act)) return paths.staffMandate(row.mandateId ?? "");
  if (ofTransfer.has(row.act)) return paths.staffTransfer(row.transferId ?? "");
  return paths.staffProposal(row.proposalId ?? "");
}

/** Plans of payment have a day that is no term. */
const isPlan = ({ act }: WorkRow) => act === "proposeTransfer" || act === "payTransfer" || act === "refuseTransfer";

/** One thing that waits: by when, what and whose, the next act and who has it. */
export function WorkLine(props: {
  readonly row: WorkRow;
  readonly today: string;
  /** Somebody took the case. */
  readonly onChanged: () => void;
}) {
  const site = useSite();
  const viewer = useStaff();
  // What a colleague has on their name waits for that colleague.
  const isMine = () => props.row.refusal === undefined && props.row.takenBy?.isMe !== false;
  const href = () => placeOf(props.row, hasRole(viewer(), "officer", "council", "finance", "clerk", "auditor"));
  const about = () =>
    [
      props.row.enterprise?.name === props.row.title ? undefined : props.row.enterprise?.name,
      props.row.districts.map((code) => districtName(site(), code)).join(", "),
      props.row.amountCents === undefined ? undefined : formatCents(props.row.amountCents),
    ].filter((part) => part !== undefined);
  return (
    <li class="work" classList={{ "work--mine": isMine() }}>
      <WorkDeadline
        dueOn={props.row.dueOn}
        clock={props.row.clock}
        since={props.row.since}
        today={props.today}
        isPlan={isPlan(props.row)}
      />
      <div class="work__what">
        <h3 class="work__title">
          <Link href={href()}>{props.row.title}</Link>
        </h3>
        <p class="small quiet">{about().join("\u00a0· ")}</p>
        <For each={props.row.warnings ?? []}>
          {(warning) => <StatusBadge tone="attention">{workList.warnings[warning]}</StatusBadge>}
        </For>
      </div>
      <div class="work__next">
        <p class="work__act">
          <Show when={isMine()}>
            <Shape name="dot" class="work__mark" />
          </Show>
          {workList.acts[props.row.act]}
        </p>
        <p class="small quiet">
          {workList.heldBy(isMine() ? staff.you : words.holders[props.row.heldBy])}
          <Show when={props.row.preparedBy}>
            {(who) => (
              <>
                {". "}
                {workList.preparedBy(who())}
              </>
            )}
          </Show>
          <Show when={props.row.approvedBy}>
            {(who) => (
              <>
                {". "}
                {workList.approvedBy(who())}
              </>
            )}
          </Show>
        </p>
        <Show when={props.row.refusal !== "forbidden" && props.row.refusal}>
          {(refusal) => (
            <p class="work__why small">
              <Shape name="info" class="work__info" />
              {whyNot(refusal())}
            </p>
          )}
        </Show>
        <Show when={props.row.heldBy !== "board" && props.row}>
          {(row) => <Taker row={row()} onChanged={props.onChanged} />}
        </Show>
      </div>
    </li>
  );
}

/** Whose it is, and a button for who may have it and does not. */
function Taker(props: { readonly row: WorkRow; readonly onChanged: () => void }) {
  const [failure, setFailure] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);
  const taker = () => props.row.takenBy;
  const take = async () => {
    const { caseId = "", heldBy: role } = props.row;
    if (role === "board" || isBusy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await takeCase({ caseId, role }, undefined);
      announce(staffCase.taken);
    } catch (error) {
      const refusal = refusalOf(error);
      setFailure(refusal.ok ? undefined : refusal.message);
    } finally {
      setBusy(false);
      props.onChanged();
    }
  };
  const whose = () => {
    const one = taker();
    return one === undefined ? staffCase.row.nobody : one.isMe ? staffCase.row.you : staffCase.row.of(one.name);
  };
  return (
    <>
      <p class="small quiet">{whose()}</p>
      <Show when={props.row.mayTake && taker() === undefined}>
        <button
          type="button"
          class="link-button small"
          aria-label={staffCase.takeFor(props.row.title)}
          onClick={() => void take()}
        >
          {staffCase.take}
        </button>
      </Show>
      <Show when={failure()}>
        {(sentence) => (
          <p class="small" role="alert">
            {sentence()}
          </p>
        )}
      </Show>
    </>
  );
}
