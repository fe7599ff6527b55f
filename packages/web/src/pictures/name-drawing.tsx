const waves = [
  "M0 96c40-14 80-14 120 0s80 14 120 0 80-14 120 0v84H0z",
  "M0 108c60-22 100-6 150-12s110-30 210-2v86H0z",
  "M0 88c50 22 110 26 180 8s120-22 180 6v78H0z",
] as const;

/** Where there is no photo: water that differs by name, with the first letter. For the eye only. */
export function NameDrawing(props: { readonly name: string }) {
  const letter = () => (/[\p{L}\p{N}]/u.exec(props.name)?.[0] ?? "").toUpperCase();
  const wave = () =>
    waves[[...props.name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % waves.length];
  return (
    <svg class="card__drawing" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path d={wave()} class="vessel__water" />
      <path d={wave()} transform="translate(-30 26)" class="vessel__shade" />
      <text class="card__letter" x="24" y="76">
        {letter()}
      </text>
    </svg>
  );
}
