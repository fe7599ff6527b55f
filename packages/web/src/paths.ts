const segment = (value: string) => encodeURIComponent(value);

/** Every address of the site. Dutch, for life: an address that was published is never given another meaning. */
export const paths = {
  home: () => "/",
  districts: () => "/wijken",
  district: (code: string) => `/wijken/${segment(code)}`,
  proposals: () => "/voorstellen",
  proposal: (id: string) => `/voorstellen/${segment(id)}`,
  newProposal: () => "/voorstellen/nieuw",
  enterprises: () => "/ondernemingen",
  enterprise: (id: string) => `/ondernemingen/${segment(id)}`,
  registerEnterprise: () => "/ondernemingen/aanmelden",
  money: () => "/geld",
  signIn: () => "/inloggen",
  mine: () => "/mijn",
  staff: () => "/werk",
  howItWorks: () => "/hoe-het-werkt",
  accessibility: () => "/toegankelijkheid",
  privacy: () => "/privacy",
  openData: () => "/open-gegevens",
  contact: () => "/contact",
  styleGuide: () => "/stijl",
  styleGuideSteps: () => "/stijl/stappen",
  styleGuideProposal: () => "/stijl/voorstel",
} as const;
