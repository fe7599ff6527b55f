import { useLocation } from "@solidjs/router";
import { signInAndReturn } from "../site/return-to.ts";
import { ui } from "../words/nl.ts";
import { Link } from "./link.tsx";
import { Notice } from "./notice.tsx";

/** A person may not see or do this. Says who may: "een bestuurslid van Buurtbos Noord". */
export function NoPermission(props: { readonly who: string }) {
  const location = useLocation();
  return (
    <Notice tone="asking" title={ui.noPermission.title}>
      <p>{ui.noPermission.who(props.who)}</p>
      <p>
        <Link href={signInAndReturn(location.pathname + location.search + location.hash)}>
          {ui.noPermission.signIn}
        </Link>
      </p>
    </Notice>
  );
}
