import { SignInId } from "@hevel/core";
import { demoMunicipality } from "@hevel/local";
import { createDocumentClient, createStore } from "@hevel/store";
import type { PortalUnderTest } from "./global-setup.ts";

/** Makes a sign-in letter as old as it would be tomorrow. `link` is the address in it. */
export async function letExpire(table: PortalUnderTest["table"], link: string): Promise<void> {
  const id = SignInId.parse(/#([^.]+)\./.exec(link)?.[1]);
  const client = createDocumentClient({
    endpoint: table.endpoint,
    region: "eu-west-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const store = createStore({ client, table: table.name, municipality: demoMunicipality.code });
  const expiresAt = new Date(Date.now() - 86_400_000).toISOString();
  await store.commit([{ patch: "sign-in", ref: { id }, set: { expiresAt }, when: [] }]);
  client.destroy();
}
