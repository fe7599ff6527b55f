import { SESClient, type SESClientConfig } from "@aws-sdk/client-ses";

/**
 * The client that letters are sent with. It tries once: whether a letter is tried again is the outbox's to decide, which
 * counts tries and leaves time between them. The SDK's own second try after a reply that got lost is a second letter.
 */
export function createMailClient(config: SESClientConfig = {}): SESClient {
  return new SESClient({ ...config, maxAttempts: 1 });
}
