import { S3Client } from "@aws-sdk/client-s3";
import { createDigest, createDocumentClient, createStore } from "@hevel/store";
import { createFiles } from "@hevel/store/files";
import { localCredentials, REGION } from "../aws.ts";
import { clearFiles, clearTable } from "./clear.ts";
import { demoMunicipality } from "./municipality.ts";
import { tellDemoStory } from "./story/demo-story.ts";

/** Where the demo municipality goes, and what is told of it. */
export interface DemoSeed {
  readonly endpoint: string;
  readonly tableName: string;
  readonly files: { readonly endpoint: string; readonly bucket: string };
  /** The portal's own: hashes of addresses and secrets must be those it makes itself. */
  readonly pepper: string;
  /** Of the identity provider of staff. */
  readonly issuer: string;
  /** Whether something has happened in the municipality; without it there are only settings. */
  readonly story: boolean;
  /** The day after the story ends; today when left out. */
  readonly today?: Date;
}

/**
 * Puts the demo municipality in the table, unless it is there already: what somebody changed in it is theirs. Resolves with
 * whether it was put there now.
 *
 * The settings are written last, and a municipality without settings does not exist for the portal. So a run that was cut off
 * halfway is noticed by the next one, which takes away what it left and begins again.
 */
export async function seedDemo(seed: DemoSeed): Promise<boolean> {
  const { endpoint, tableName, files, pepper, issuer, story, today = new Date() } = seed;
  const client = createDocumentClient({ endpoint, region: REGION, credentials: localCredentials });
  const s3 = new S3Client({
    endpoint: files.endpoint,
    region: REGION,
    credentials: localCredentials,
    forcePathStyle: true,
  });
  const { code } = demoMunicipality;
  try {
    const store = createStore({ client, table: tableName, municipality: code });
    if ((await store.get("municipality", {})) !== undefined) return false;
    if ((await clearTable(client, tableName, code)) > 0) await clearFiles(s3, files.bucket, code);
    if (story) {
      const kept = createFiles({ client: s3, bucket: files.bucket, municipality: code });
      const deps = { store, digest: createDigest(pepper), files: kept, municipality: demoMunicipality };
      await tellDemoStory(deps, { today, issuer });
    }
    await store.commit([{ put: "municipality", record: demoMunicipality }]);
    return true;
  } finally {
    client.destroy();
    s3.destroy();
  }
}
