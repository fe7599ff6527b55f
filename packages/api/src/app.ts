import { Hono } from "hono";
import type { Env } from "./context.ts";
import { describe } from "./documentation.ts";
import type { Portal } from "./portal.ts";
import { createNotFound, onError } from "./problem.ts";
import { actor, jsonOnly, municipality, onlyWhatExists, requestLog, responseHeaders, sameOrigin } from "./request.ts";
import { createRouter } from "./router.ts";
import { attachmentRoutes } from "./routes/attachments.ts";
import { caseRoutes } from "./routes/cases.ts";
import { decisionRoutes } from "./routes/decisions.ts";
import { districtRoutes } from "./routes/districts.ts";
import { endingRoutes } from "./routes/endings.ts";
import { enterpriseRoutes } from "./routes/enterprises.ts";
import { evaluationRoutes } from "./routes/evaluations.ts";
import { expenseRoutes } from "./routes/expenses.ts";
import { fileRoutes } from "./routes/files.ts";
import { followRoutes } from "./routes/follows.ts";
import { formalMessageRoutes } from "./routes/formal-messages.ts";
import { homeRoutes } from "./routes/home.ts";
import { journalRoutes } from "./routes/journal.ts";
import { lifeRoutes } from "./routes/life.ts";
import { mandateRoutes } from "./routes/mandates.ts";
import { moderationRoutes } from "./routes/moderation.ts";
import { moneyRoutes } from "./routes/money.ts";
import { municipalityRoutes } from "./routes/municipality.ts";
import { myPageRoutes } from "./routes/my-page.ts";
import { orderRoutes } from "./routes/orders.ts";
import { potRoutes } from "./routes/pots.ts";
import { progressRoutes } from "./routes/progress.ts";
import { proposalRoutes } from "./routes/proposals.ts";
import { registerRoutes } from "./routes/registers.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { staffSignInRoutes } from "./routes/staff-sign-in.ts";
import { transferRoutes } from "./routes/transfers.ts";
import { workListRoutes } from "./routes/work-list.ts";

/** Every route of the API; chained, so that the client knows their types. One line per noun. */
export const routes = createRouter()
  .route("/", municipalityRoutes)
  .route("/", staffSignInRoutes)
  .route("/", signInRoutes)
  .route("/", myPageRoutes)
  .route("/", followRoutes)
  .route("/", attachmentRoutes)
  .route("/", fileRoutes)
  .route("/", enterpriseRoutes)
  .route("/", workListRoutes)
  .route("/", formalMessageRoutes)
  .route("/", caseRoutes)
  .route("/", reviewRoutes)
  .route("/", proposalRoutes)
  .route("/", homeRoutes)
  .route("/", districtRoutes)
  .route("/", decisionRoutes)
  .route("/", endingRoutes)
  .route("/", evaluationRoutes)
  .route("/", progressRoutes)
  .route("/", lifeRoutes)
  .route("/", expenseRoutes)
  .route("/", journalRoutes)
  .route("/", registerRoutes)
  .route("/", mandateRoutes)
  .route("/", moderationRoutes)
  .route("/", moneyRoutes)
  .route("/", potRoutes)
  .route("/", orderRoutes)
  .route("/", transferRoutes);

/** The type the client is made from. */
export type Routes = typeof routes;

/** The API of the portal as one Hono app. It knows no AWS: everything from outside comes with `portal`. */
export function createApp(portal: Portal) {
  // Not one that documents itself: the routes below do that once, among themselves.
  const app = new Hono<Env>();
  app.use("*", requestLog(portal), responseHeaders(portal.version));
  app.get("/v1/openapi.json", async (c) => {
    const { publishedText } = await import("./published-text.ts");
    c.header("Access-Control-Allow-Origin", "*");
    return c.body(
      publishedText(() => documentation(portal.version)),
      200,
      { "Content-Type": "application/json" },
    );
  });
  app.use("/v1/*", municipality(portal), onlyWhatExists(methodsOf), sameOrigin, jsonOnly, actor);
  app.route("/v1", routes);
  app.onError(onError);
  app.notFound(createNotFound(methodsOf));
  return app;
}

let document: ReturnType<typeof describe> | undefined;

/** The OpenAPI document; made once per process, because nobody asks for it twice in a Lambda's life. */
export function documentation(version: string) {
  document ??= describe(routes, version);
  return document;
}

const table = routes.routes
  .filter(({ method }) => method !== "ALL")
  .map(({ method, path }) => ({ method, pattern: new RegExp(`^/v1${path.replace(/:[^/]+(\{[^}]*\})?/g, "[^/]+")}$`) }));

/** The methods that exist at a path, for 405. */
function methodsOf(path: string): readonly string[] {
  const methods = table.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return [...new Set(methods)];
}
