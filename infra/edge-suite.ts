import { describe, expect, test } from "vitest";
import type { Deployed } from "./deployed.ts";

type Values = Record<string, { value: string }>;
type EdgeRequest = { uri: string; method: string; headers: Values; cookies?: Values; querystring: object };
type Origin = { domainName: string; customOriginConfig?: { protocol: string }; originAccessControlConfig?: object };

/** What the edge does with a request: answers it, or passes it on to an origin. */
type Passed = { answer?: { statusCode: number }; request: EdgeRequest; origin: Origin | "default" };

/**
 * What CloudFront's function makes of requests, run as it would be deployed, with the routes that the deploy puts in its key-value
 * store. `deployed` is asked when the tests run.
 */
export function theEdge(deployed: () => Deployed): void {
  const atTheEdge = (uri: string, options?: { routes?: boolean }) => passThrough(deployed(), uri, options);
  const filesDomain = "sitefilesbucket.s3.eu-central-1.amazonaws.com";

  describe("the edge", () => {
    test("has a function that fits what CloudFront takes", () => {
      const { code } = deployed().inputs("RouterCloudfrontFunctionRequest");
      // CloudFront Functions: 10 kB of code, comments and blanks included.
      expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240);
    });

    test("knows no place that is not ours", () => {
      const { origins, defaultCacheBehavior, orderedCacheBehaviors = [] } = deployed().inputs("RouterCdnDistribution");
      expect(origins).toEqual([
        {
          originId: "default",
          domainName: filesDomain,
          originAccessControlId: "SiteFilesAccess-id",
          s3OriginConfig: { originAccessIdentity: "" },
        },
      ]);
      expect([defaultCacheBehavior, ...orderedCacheBehaviors].map(({ targetOriginId }) => targetOriginId)).toEqual([
        "default",
      ]);
      expect(JSON.stringify(deployed().ofType("aws:cloudfront/distribution:Distribution"))).not.toMatch(
        /placeholder|http-only/,
      );
    });

    test("sends what is for the API to the API, over TLS, with cookies and the viewer's own address", async () => {
      const { request, origin } = await atTheEdge("/v1/session");
      expect(origin).toMatchObject({
        domainName: "apiurl.lambda-url.eu-central-1.on.aws",
        customOriginConfig: { protocol: "https" },
      });
      expect(request.headers["x-forwarded-for"]).toEqual({ value: "203.0.113.7" });
      expect(request.headers["x-forwarded-host"]).toEqual({ value: "hevel.voorbeeldstad.example" });
      expect(Object.keys(request.cookies ?? {})).toEqual(["__Host-hevel"]);
    });

    test.each([
      ["/", "/index.html"],
      ["/geld", "/index.html"],
      ["/wijken/sint-jan-2.0", "/index.html"],
      ["/favicon.svg", "/favicon.svg"],
      ["/assets/main-AAAAAAAA.js", "/assets/main-AAAAAAAA.js"],
      ["/assets/of-an-earlier-deploy.js", "/assets/of-an-earlier-deploy.js"],
    ])("fetches %s from the site's own files, without cookies", async (uri, file) => {
      const { request, origin } = await atTheEdge(uri);
      expect(origin).toMatchObject({ domainName: filesDomain, originAccessControlConfig: { enabled: true } });
      expect([request.uri, request.cookies ?? {}]).toEqual([file, {}]);
    });

    test("says that a file which is not there is not there", async () => {
      expect((await atTheEdge("/old.js")).answer).toMatchObject({ statusCode: 404 });
      // Under /assets S3 says it, because CloudFront may list the bucket.
      const { policy } = deployed().inputs("SiteFilesPolicy");
      const listing = JSON.parse(policy).Statement.find(({ Action }: { Action: string[] }) =>
        Action.includes("s3:ListBucket"),
      );
      expect(listing).toMatchObject({
        Effect: "Allow",
        Condition: { StringLike: { "aws:SourceArn": ["arn:aws:cloudfront::123456789012:distribution/*"] } },
      });
    });

    test("keeps cookies to itself where it finds no route", async () => {
      for (const uri of ["/", "/geld", "/assets/main-AAAAAAAA.js"]) {
        const { request, origin } = await atTheEdge(uri, { routes: false });
        expect([origin, request.cookies]).toEqual(["default", {}]);
      }
    });

    test("leaves the files of earlier deploys where they are", () => {
      expect(deployed().inputs("SiteAssetFiles.sst.aws.BucketFiles").purge).toBe(false);
    });

    test("tells the name that the municipality's DNS must point to", () => {
      expect(deployed().outputs).toMatchObject({
        site: "https://hevel.voorbeeldstad.example",
        distribution: "routercdndistribution.cloudfront.net",
      });
    });
  });
}

/** Runs the edge's function on a request; without `routes` its key-value store is empty. */
async function passThrough(deployed: Deployed, uri: string, { routes = true } = {}): Promise<Passed> {
  const store = routes ? routesOf(deployed) : {};
  let origin: Passed["origin"] = "default";
  const cf = {
    kvs: () => ({
      get: (key: string) => (key in store ? Promise.resolve(store[key]) : Promise.reject(new Error("KeyNotFound"))),
    }),
    updateRequestOrigin: (chosen: Origin) => {
      origin = chosen;
    },
  };
  const code: string = deployed.inputs("RouterCloudfrontFunctionRequest").code;
  const source = code.replace('import cf from "cloudfront";', "");
  const handler = new Function("cf", `${source}\nreturn handler;`)(cf);
  const request: EdgeRequest = {
    uri,
    method: "GET",
    querystring: {},
    headers: { host: { value: "hevel.voorbeeldstad.example" }, "x-forwarded-for": { value: "10.0.0.1" } },
    cookies: { "__Host-hevel": { value: "secret" } },
  };
  const result = await handler({ viewer: { ip: "203.0.113.7" }, request });
  return "statusCode" in result ? { answer: result, request, origin } : { request: result, origin };
}

/** The key-value store after the deploy: the routes, and what each knows. */
function routesOf(deployed: Deployed): Record<string, string> {
  const updates = ["Site", "Api"].map((name) => deployed.inputs(`${name}RoutesUpdate.sst.aws.KvRoutesUpdate`));
  const [{ namespace }] = updates;
  const known = ["SiteKvKeys.sst.aws.KvKeys", "ApiRouteKey.sst.aws.KvKeys"].map((name) => deployed.inputs(name));
  return {
    [`${namespace}:routes`]: JSON.stringify(updates.map(({ entry }) => entry)),
    ...Object.fromEntries(
      known.flatMap((one) =>
        Object.entries<string>(one.entries).map(([key, value]) => [`${one.namespace}:${key}`, value]),
      ),
    ),
  };
}
