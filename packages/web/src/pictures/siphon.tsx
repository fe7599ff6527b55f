/**
 * The picture of the idea: two vessels and the water that moves between them. The words beside it carry the meaning;
 * `from` and `to` name the vessels.
 */
export function Siphon(props: { readonly from: string; readonly to: string }) {
  return (
    <svg class="siphon" viewBox="0 0 560 420" aria-hidden="true">
      <circle class="siphon__sun" cx="452" cy="74" r="34" />
      <path class="siphon__glass" d="M24 118v136a52 52 0 0 0 52 52h112a52 52 0 0 0 52-52V118z" />
      <path class="siphon__glass" d="M320 206v118a48 48 0 0 0 48 48h120a48 48 0 0 0 48-48V206z" />
      <path class="siphon__water" d="M24 186q27-9 54 0t54 0 54 0 54 0v68a52 52 0 0 1-52 52H76a52 52 0 0 1-52-52z" />
      <path class="siphon__deep" d="M24 216q27 9 54 0t54 0 54 0 54 0v38a52 52 0 0 1-52 52H76a52 52 0 0 1-52-52z" />
      <path class="siphon__water" d="M320 280q27-8 54 0t54 0 54 0 54 0v44a48 48 0 0 1-48 48H368a48 48 0 0 1-48-48z" />
      <path class="siphon__deep" d="M320 304q27 8 54 0t54 0 54 0 54 0v20a48 48 0 0 1-48 48H368a48 48 0 0 1-48-48z" />
      <path class="siphon__tube" d="M160 262V112c0-50 36-76 92-76s128 34 128 96v178" />
      <path class="siphon__stream" d="M160 262V112c0-50 36-76 92-76s128 34 128 96v178" />
      <path class="siphon__wall" d="M24 118v136a52 52 0 0 0 52 52h112a52 52 0 0 0 52-52V118" />
      <path class="siphon__wall" d="M320 206v118a48 48 0 0 0 48 48h120a48 48 0 0 0 48-48V206" />
      <text class="siphon__label" x="132" y="346">
        {props.from}
      </text>
      <text class="siphon__label" x="428" y="412">
        {props.to}
      </text>
    </svg>
  );
}
