import { useParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { Existing } from "../../../blocks/existing.tsx";
import { toneOfMandate } from "../../../blocks/mandate-tone.ts";
import { createReading, Shown } from "../../../reading/resource.tsx";
import { paths } from "../../../site/paths.ts";
import { useSite } from "../../../site/site.ts";
import { Contents, type PagePart } from "../../../ui/contents.tsx";
import { Link } from "../../../ui/link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { ending as ended, staff, staffMandate, workList } from "../../../words/nl.ts";
import { mandateInWords, nextInWords } from "../../../words/standing.ts";
import { Desk } from "../desk.tsx";
import { Outcome } from "../outcome.tsx";
import type { Done } from "../proposal/done.ts";
import { hasRole, useStaff, whoMay, whyNot } from "../staff-viewer.ts";
import { StandingNow } from "../standing-now.tsx";
import { AskEvaluation } from "./ask-evaluation.tsx";
import { type MandateCase, readMandate } from "./case.ts";
import { MandateMaterial } from "./material.tsx";
import { PrepareEnding } from "./prepare-ending.tsx";
import { ProposeTransfer } from "./propose-transfer.tsx";
import { RecordRefund } from "./record-refund.tsx";
import { PreparedEnding } from "./take-ending.tsx";
import { WriteJudgement } from "./write-judgement.tsx";

const text = staffMandate;

/** One mandate for city hall: where its money is on the left, the reader's act on the right. */
export function StaffMandatePage() {
  const params = useParams<{ mandateId: string }>();
  const site = useSite();
  const viewer = useStaff();
  const reading = createReading(
    () =>
      site().isKnown
        ? { mandateId: params.mandateId, seesEvaluations: hasRole(viewer(), "officer", "council", "auditor") }
        : undefined,
    readMandate,
  );
  const [done, setDone] = createSignal<Done>();
  const finish = async (what: Done) => {
    // What the page says of where it is, is what the API says now: before it says what was done.
    await reading.again();
    setDone(what);
  };
  const of = () => reading.value()?.mandate;
  return (
    <Existing reading={reading}>
      <Page
        title={of()?.title ?? text.crumb}
        eyebrow={
          <Show when={of()} fallback={staff.eyebrow}>
            {(mandate) => <Link href={paths.staffEnterprise(mandate().enterpriseId)}>{mandate().enterprise}</Link>}
          </Show>
        }
        acts={
          <Show when={of()}>
            {(mandate) => (
              <>
                <StatusBadge tone={toneOfMandate(mandate().phase)}>{mandateInWords(mandate())}</StatusBadge>
                <Link href={paths.staffProposal(mandate().proposalId)}>{text.toProposal}</Link>
              </>
            )}
          </Show>
        }
        crumbs={[{ label: workList.title, href: paths.staff() }]}
      >
        <Shown reading={reading} who={whoMay("officer", "council", "finance", "clerk", "auditor")} isPart>
          {(about) => (
            <div class="stack stack--loose">
              <StandingNow standing={about().standing} />
              <Contents parts={partsOf(about())} />
              <Desk
                material={<MandateMaterial about={about()} />}
                act={
                  <>
                    <Show when={done()} keyed>
                      {(what) => (
                        <Outcome title={what.title}>
                          <Show when={what.next}>{(next) => <p>{next()}</p>}</Show>
                          <Show when={what.link}>
                            {(link) => (
                              <Link href={link().href} onward>
                                {link().label}
                              </Link>
                            )}
                          </Show>
                        </Outcome>
                      )}
                    </Show>
                    <Act about={about()} onDone={finish} />
                  </>
                }
              />
            </div>
          )}
        </Shown>
      </Page>
    </Existing>
  );
}

/** The parts of its material, in their order. */
const partsOf = ({ mandate }: MandateCase): readonly PagePart[] => [
  { id: "geld", label: text.money },
  { id: "betalingen", label: text.instalments.title },
  { id: "beloften", label: text.promises.title },
  ...(mandate.status === "active" ? [] : [{ id: "stemmen", label: text.voices }]),
  ...(mandate.ending === undefined ? [] : [{ id: "einde", label: ended.title }]),
  { id: "afspraak", label: text.facts },
];

function Act(props: { readonly about: MandateCase; readonly onDone: (done: Done) => void }) {
  const viewer = useStaff();
  const status = () => props.about.mandate.status;
  const is = (...roles: Parameters<typeof hasRole> extends [unknown, ...infer R] ? R : never) =>
    hasRole(viewer(), ...roles);
  const prepared = () => props.about.endings.items.find((ending) => ending.status === "prepared");
  return (
    <Switch
      fallback={
        <div class="act act--quiet stack stack--close">
          <Show when={status() !== "closed"}>
            <p>
              <strong>{staff.noAct}</strong>
            </p>
          </Show>
          <p>{nextInWords(props.about.standing) ?? text.closed}</p>
        </div>
      }
    >
      <Match when={props.about.mandate.ownInterest === true && is("finance", "officer", "council")}>
        <div class="act act--quiet">
          <Notice tone="asking" title={whyNot("own-interest")} />
        </div>
      </Match>
      <Match when={status() === "active" && is("finance", "officer")}>
        <Show when={is("finance")}>
          <ProposeTransfer about={props.about} onDone={props.onDone} />
        </Show>
        <Show when={is("officer")}>
          <AskEvaluation about={props.about} onDone={props.onDone} />
        </Show>
      </Match>
      <Match when={status() === "evaluation" && is("officer")}>
        <WriteJudgement about={props.about} onDone={props.onDone} />
        <PrepareEnding about={props.about} onDone={props.onDone} />
      </Match>
      <Match when={status() === "ending-prepared" ? prepared() : undefined}>
        {(ending) => <PreparedEnding about={props.about} ending={ending()} onDone={props.onDone} />}
      </Match>
      <Match when={status() === "refund-due" && is("finance")}>
        <RecordRefund about={props.about} onDone={props.onDone} />
      </Match>
    </Switch>
  );
}
