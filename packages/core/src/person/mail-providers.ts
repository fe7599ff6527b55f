/** What a mail provider ignores in front of the @, by its own words. */
export interface MailProvider {
  readonly domains: readonly string[];
  /** Dots make no difference. */
  readonly ignoresDots: boolean;
  /** All domains lead to one mailbox of the same name. */
  readonly isOneMailbox: boolean;
  /** Where the provider says so. */
  readonly source: string;
}

/**
 * Providers that deliver `name+anything` to `name`, with nobody else behind it. Only what a provider itself says stands here:
 * whoever signs in under such an address signs in as the owner of that one mailbox.
 */
export const mailProviders: readonly MailProvider[] = [
  {
    domains: ["gmail.com", "googlemail.com"],
    ignoresDots: true,
    isOneMailbox: true,
    source: "https://support.google.com/mail/answer/7436150, https://support.google.com/mail/answer/10313",
  },
  {
    domains: ["outlook.com", "outlook.nl", "hotmail.com", "hotmail.nl", "live.com", "live.nl", "msn.com"],
    ignoresDots: false,
    isOneMailbox: false,
    source: "https://learn.microsoft.com/exchange/recipients-in-exchange-online/plus-addressing-in-exchange-online",
  },
  {
    domains: ["icloud.com", "me.com", "mac.com"],
    ignoresDots: false,
    isOneMailbox: false,
    source: "https://support.apple.com/guide/icloud/mm6b1a490a/icloud",
  },
  {
    domains: ["fastmail.com", "fastmail.fm", "fastmail.nl"],
    ignoresDots: false,
    isOneMailbox: false,
    source: "https://www.fastmail.help/hc/en-us/articles/360060591053",
  },
  {
    domains: ["proton.me", "protonmail.com", "pm.me"],
    ignoresDots: false,
    isOneMailbox: false,
    source: "https://proton.me/support/creating-aliases",
  },
];
