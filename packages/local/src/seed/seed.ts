import { createDocumentClient, createStore } from "@hevel/store";
import { localCredentials, REGION } from "../aws.ts";
import { demoMunicipality } from "./municipality.ts";

/**
 * Puts the demo municipality in the table, unless it is there already: what somebody changed in it is theirs. Resolves with whether it
 * was put there now.
 */
export async function seedMunicipality(at: { endpoint: string; tableName: string }): Promise<boolean> {
  const client = createDocumentClient({ endpoint: at.endpoint, region: REGION, credentials: localCredentials });
  try {
    const store = createStore({ client, table: at.tableName, municipality: demoMunicipality.code });
    if ((await store.get("municipality", {})) !== undefined) return false;
    await store.commit([{ put: "municipality", record: demoMunicipality }]);
    return true;
  } finally {
    client.destroy();
  }
}
