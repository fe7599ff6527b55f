import { paths } from "../site/paths.ts";
import { ui } from "../words/nl.ts";
import { Link } from "./link.tsx";
import { Notice } from "./notice.tsx";

/** A person may not see or do this. Says who may: "een bestuurslid van Buurtbos Noord". */
export function NoPermission(props: { readonly who: string }) {
  return (
    <Notice tone="asking" title={ui.noPermission.title}>
      <p>{ui.noPermission.who(props.who)}</p>
      <p>
        <Link href={paths.signIn()}>{ui.noPermission.signIn}</Link>
      </p>
    </Notice>
  );
}
