import { environment, lambda } from "./lambda.ts";
import { onFiles, onTable } from "./permissions.ts";
import { secrets } from "./secrets.ts";
import { stage } from "./stage.ts";
import { router } from "./web.ts";

/** The whole API in one function, behind the site's router under /v1. */
export const api = new sst.aws.Function("Api", {
  ...lambda("api", { install: ["sharp"] }),
  description: "The API of Hevel",
  timeout: "20 seconds",
  memory: "1769 MB",
  url: { router: { instance: router, path: "/v1" }, cors: false },
  environment: {
    ...environment,
    HEVEL_STAFF_IDENTITY: JSON.stringify(stage.staffIdentity),
    HEVEL_OIDC_PRIVATE_KEY: secrets.oidcPrivateKey.value,
    HEVEL_OIDC_CLIENT_SECRETS: secrets.oidcClientSecrets.value,
  },
  permissions: [
    ...onTable("read", "write", "delete"),
    ...onFiles(
      { folder: "quarantine", actions: ["DeleteObject", "GetObject", "PutObject"] },
      { folder: "files", actions: ["GetObject", "PutObject"] },
    ),
  ],
});
