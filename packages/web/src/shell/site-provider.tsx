import { useBeforeLeave, useIsRouting, useLocation, useNavigate } from "@solidjs/router";
import { batch, createMemo, createSignal, type JSX, onCleanup, onMount } from "solid-js";
import { drafts, lastViewerKey } from "../forms/drafts.ts";
import { forgetFiles } from "../forms/kept-file.ts";
import { answer, api, Refused } from "../reading/api.ts";
import { onSignInNeeded } from "../reading/signed-out.ts";
import { paths } from "../site/paths.ts";
import { signInAgainAndReturn, signInAndReturn } from "../site/return-to.ts";
import { type Municipality, type Site, SiteContext, type Viewer, viewerName } from "../site/site.ts";
import { joinOtherTabs } from "./other-tabs.ts";

/** Under which the address of who signed in last stands among the drafts: somebody else's drafts are not theirs. */

/** Reads once whose site this is and who is looking, and again after signing in or out. */
export function SiteProvider(props: { readonly children: JSX.Element }) {
  const navigate = useNavigate();
  const location = useLocation();
  const isRouting = useIsRouting();
  let headedFor = "";
  useBeforeLeave(({ to }) => {
    headedFor = typeof to === "string" ? to : "";
  });
  /** The page somebody is on or on the way to: while a page is being opened, the address is still that of the page before. */
  const wanted = () =>
    isRouting() && headedFor !== "" ? headedFor : location.pathname + location.search + location.hash;
  const [municipality, setMunicipality] = createSignal<Municipality>();
  const [viewer, setViewer] = createSignal<Viewer>();
  const [isKnown, setKnown] = createSignal(false);
  const [isSetUp, setSetUp] = createSignal(true);

  const who = () => {
    const now = viewer();
    return now === undefined ? "" : viewerName(now);
  };
  const otherTabs = joinOtherTabs((there) => {
    if (there !== who()) void read();
  });
  onCleanup(otherTabs.leave);
  const readAgain = async () => {
    await read();
    otherTabs.tell(who());
  };
  const read = async () => {
    // Without an answer everything stays as it was; each request of the page says for itself what failed.
    const session = await answer(api.session.$get()).catch(() => undefined);
    if (session === undefined) {
      setKnown(true);
      return;
    }
    const now = session.kind === "visitor" ? undefined : session;
    if (now?.kind === "resident") ownDrafts(now.email);
    // Together: nobody may think for a moment that it is known and there is nobody.
    batch(() => {
      setViewer(() => now);
      setKnown(true);
    });
  };
  const signOut = async () => {
    await answer(api.session.$delete());
    drafts.clearAll();
    forgetFiles();
    setViewer(undefined);
    otherTabs.tell("");
    navigate(paths.home());
  };
  onMount(() => {
    void readAgain();
    answer(api.municipality.$get()).then(setMunicipality, (error) => setSetUp(!isNotSetUp(error)));
    onCleanup(
      onSignInNeeded((why) => {
        // A page that asked several things hears it several times; the first leads the way.
        if (why === "signed-out") setViewer(undefined);
        const from = wanted();
        if (from.startsWith(paths.signIn())) return;
        // The screen that asks for a sign-in of a moment ago stays in the history; a page of nobody does not.
        if (why === "again") navigate(signInAgainAndReturn(from));
        else navigate(signInAndReturn(from), { replace: !isRouting() });
      }),
    );
  });
  const site = createMemo(
    (): Site => ({
      municipality: municipality(),
      viewer: viewer(),
      isSetUp: isSetUp(),
      isKnown: isKnown(),
      readAgain,
      signOut,
    }),
  );
  return <SiteContext.Provider value={site}>{props.children}</SiteContext.Provider>;
}

const isNotSetUp = (error: unknown) => error instanceof Refused && error.problem.code === "not-set-up";

/** On a computer that several people use, the next person does not find what the one before typed. */
function ownDrafts(email: string): void {
  const last = drafts.read(lastViewerKey);
  if (last === email) return;
  if (typeof last === "string") {
    drafts.clearAll();
    forgetFiles();
  }
  drafts.keep(lastViewerKey, email);
}
