import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AdapterPayload, Configuration, errors, interactionPolicy, Provider } from "oidc-provider";
import { LOOPBACK } from "../ports.ts";
import { portBusySentence, StartError } from "../start-error.ts";
import { type IdentityKeys, openIdentityKeys, type PrivateJwk, publicHalf } from "./keys.ts";
import { failurePage, loginPage, STYLE, STYLE_PATH, signOutPage } from "./login-page.ts";
import { claimsOf, grantedScope, type ProviderManner, scopesOf } from "./manner.ts";
import { MemoryAdapter } from "./memory-adapter.ts";
import type { StaffAccount } from "./staff-account.ts";

/** A running OpenID provider, and what the portal must know to be its client. */
export type IdentityProvider = {
  readonly issuer: string;
  readonly clientId: string;
  /** The portal signs its client assertions (private_key_jwt, ES256) with this. */
  readonly clientKey: PrivateJwk;
  stop(): Promise<void>;
};

const CLIENT_ID = "hevel";

/**
 * Starts a real OpenID provider on the loopback address: authorization code flow, PKCE S256 required, private_key_jwt, ID tokens signed
 * with ES256 that carry `name`, `email` and `groups` when the scopes `profile email groups` are asked for.
 *
 * It asks each time who is signing in, because in a demo one person plays every role. With `dataDir` its keys outlive a restart; without
 * `port` it takes a free one. It lives on 127.0.0.1 while the site lives on localhost, so the two share no cookies.
 *
 * @throws StartError when the port is busy.
 */
export async function startIdentityProvider(options: {
  municipality: string;
  accounts: readonly StaffAccount[];
  redirectUris: readonly string[];
  port?: number;
  dataDir?: string;
  /** As another provider would behave; for tests. */
  manner?: ProviderManner;
}): Promise<IdentityProvider> {
  const keys = openIdentityKeys(options.dataDir);
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", () => reject(new StartError(portBusySentence("staff sign-in", options.port ?? 0, "--port"))));
    server.listen(options.port ?? 0, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const issuer = `http://${LOOPBACK}:${port}`;
  // Only who starts one needs it, and loading takes a while.
  const library = await import("oidc-provider");
  const provider = new library.Provider(issuer, {
    ...configure(keys, options, library.errors.InvalidClientAuth),
    interactions: {
      url: (_context, { uid }) => `/aanmelden/${uid}`,
      policy: askWhoEachTime(library.interactionPolicy),
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const path = (request.url ?? "/").replace(/\?.*/, "");
    if (path === STYLE_PATH) return send(response, 200, "text/css", STYLE);
    if (!path.startsWith("/aanmelden/")) return answer(request, response);
    interact(provider, options, request, response).catch((error: Error) =>
      send(response, 400, "text/html", failurePage(error.message)),
    );
  });
  return {
    issuer,
    clientId: CLIENT_ID,
    clientKey: keys.client,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A provider of our own kind: it knows the portal by its key, and says groups when the scope `groups` is asked for. */
const ownManner = (keys: IdentityKeys): ProviderManner => ({
  client: {
    token_endpoint_auth_method: "private_key_jwt",
    token_endpoint_auth_signing_alg: "ES256",
    jwks: { keys: [publicHalf(keys.client)] },
  },
  claims: { groups: "groups", name: "name", email: "email" },
  groupScope: "groups",
});

function configure(
  keys: IdentityKeys,
  options: {
    readonly accounts: readonly StaffAccount[];
    readonly redirectUris: readonly string[];
    readonly manner?: ProviderManner;
  },
  Refused: typeof errors.InvalidClientAuth,
): Configuration {
  const { accounts, redirectUris, manner = ownManner(keys) } = options;
  const kept = new Map<string, { payload: AdapterPayload; expiresAt: number }>();
  return {
    adapter: (kind) => new MemoryAdapter(kind, kept),
    clients: [
      {
        client_id: CLIENT_ID,
        redirect_uris: [...redirectUris],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        id_token_signed_response_alg: "ES256",
        ...manner.client,
      },
    ],
    jwks: { keys: [keys.provider] },
    cookies: { keys: [keys.cookie] },
    pkce: { required: () => true },
    claims: scopesOf(manner),
    assertJwtClientAuthClaimsAndHeader: async (context, { aud: audience }, header) => {
      const objection = manner.objects?.({ header, audience, tokenEndpoint: `${context.oidc.issuer}/token` });
      if (objection !== undefined) throw new Refused(objection);
    },
    conformIdTokenClaims: false,
    ttl: { Session: 3_600, Grant: 3_600, Interaction: 3_600, IdToken: 300, AccessToken: 300, AuthorizationCode: 60 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = signOutPage(undefined);
        },
      },
    },
    renderError: (context, { error, error_description }) => {
      context.type = "html";
      context.body = failurePage(`${error}: ${error_description ?? ""}`);
    },
    findAccount: (_context, username) => {
      const account = accounts.find((candidate) => candidate.username === username);
      if (account === undefined) return undefined;
      const claims = claimsOf(account, manner);
      return { accountId: username, claims: () => claims };
    },
    // The portal is the municipality's own: nobody is asked whether it may know who they are.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(grantedScope(manner));
      await grant.save();
      return grant;
    },
  };
}

function askWhoEachTime({ Check, base }: typeof interactionPolicy) {
  const policy = base();
  policy
    .get("login")
    ?.checks.add(
      new Check(
        "choose_account",
        "End-User must choose an account",
        (context) => context.oidc.result?.login === undefined,
      ),
    );
  return policy;
}

async function interact(
  provider: Provider,
  { municipality, accounts }: { municipality: string; accounts: readonly StaffAccount[] },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const { uid } = interaction;
  if (request.method !== "POST") {
    return send(response, 200, "text/html", loginPage(municipality, accounts, `/aanmelden/${uid}`));
  }
  const account = new URLSearchParams(await readBody(request)).get("account") ?? "";
  if (!accounts.some(({ username }) => username === account)) {
    return send(response, 400, "text/html", failurePage("There is no such account."));
  }
  await forgetEarlierSignIn(provider, interaction);
  const result = { login: { accountId: account, remember: false } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** Without this the provider would first sign the earlier account out, with a page of its own in between. */
async function forgetEarlierSignIn(
  provider: Provider,
  interaction: Awaited<ReturnType<Provider["interactionDetails"]>>,
): Promise<void> {
  const earlier = interaction.session;
  if (earlier === undefined) return;
  const session = await provider.Session.findByUid(earlier.uid);
  await session?.destroy();
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1_000));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 1_000) throw new Error("That is more than the form sends.");
  }
  return body;
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(body);
}
