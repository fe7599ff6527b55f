import { Link } from "./link.tsx";

/** An e-mail address to write to; a long one breaks after the @, not in the middle of a name. */
export function EmailLink(props: { readonly address: string }) {
  const parts = () => props.address.split("@");
  return (
    <Link href={`mailto:${props.address}`}>
      {parts()[0]}@<wbr />
      {parts()[1]}
    </Link>
  );
}
