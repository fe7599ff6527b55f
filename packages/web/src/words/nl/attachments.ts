/** Files with a proposal, for who reads them and for who adds them. */
export const attachments = {
  title: "Bijlagen",
  lead: (max: number) =>
    `U kunt hoogstens ${max} bijlagen meesturen, zoals een offerte of een tekening. Elk bestand is een PDF, JPEG of PNG van hoogstens 10 MB.`,
  none: "Er zijn nog geen bijlagen.",
  kind: { "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP" },
  public: "openbaar",
  closed: "alleen voor bestuur en gemeente",
  who: "Wie mag de volgende bijlage zien?",
  whoHint: "Staat er iets over een persoon in? Kies dan: alleen de gemeente.",
  whoEmpty: "Kies eerst wie de bijlage mag zien.",
  options: { public: "Iedereen", closed: "Alleen de gemeente en het bestuur" },
  add: "Bijlage toevoegen",
  full: "Er zijn al 10 bijlagen. Haal er een weg als u een andere wilt toevoegen.",
  remove: "Haal weg",
  kept: "Het voorstel is al ingestuurd. De gemeente ziet wat u toevoegt of weghaalt, wanneer dat was en wie het deed.",
  removeSure: (name: string) => `Wilt u ${name} echt weghalen?`,
  removeSureText: "De gemeente kan de bijlage dan niet meer lezen. Bij de versies staat dat u haar weghaalde.",
  removeYes: "Ja, haal weg",
  removeNo: "Nee, laat staan",
  added: (name: string) => `Toegevoegd: ${name}`,
  removed: (name: string) => `Weggehaald: ${name}`,
} as const;
