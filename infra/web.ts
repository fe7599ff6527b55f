import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { withFileStore } from "../packages/web/build/content-security-policy.ts";
import { nameOf, stage } from "./stage.ts";
import { municipalitiesAt } from "./stage-settings.ts";
import { files } from "./storage.ts";
import { noPageForAFile, onlyTheViewersAddress, onlyToTheApi } from "./viewer-request.ts";

const headers = new aws.cloudfront.ResponseHeadersPolicy("SiteHeaders", {
  name: nameOf("site"),
  securityHeadersConfig: {
    // The API answers with stricter ones of its own for what is not a page; those stay.
    contentSecurityPolicy: { contentSecurityPolicy: sitePolicy(), override: false },
    referrerPolicy: { referrerPolicy: "same-origin", override: false },
    strictTransportSecurity: { accessControlMaxAgeSec: 2 * 365 * 24 * 3600, includeSubdomains: true, override: true },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: "DENY", override: true },
  },
  customHeadersConfig: {
    items: [
      { header: "Cross-Origin-Opener-Policy", value: "same-origin", override: true },
      { header: "Cross-Origin-Resource-Policy", value: "same-origin", override: true },
      {
        header: "Permissions-Policy",
        value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        override: true,
      },
    ],
  },
  removeHeadersConfig: { items: [{ header: "Server" }] },
});

/**
 * The files of the site. CloudFront may list them, because S3 says that a file is not there (404) only to who may; to others it
 * says that they may not look (403).
 */
const siteFiles = new sst.aws.Bucket("SiteFiles", {
  access: "cloudfront",
  cors: false,
  policy: [
    {
      actions: ["s3:ListBucket"],
      principals: [{ type: "service", identifiers: ["cloudfront.amazonaws.com"] }],
      paths: [""],
      conditions: [
        {
          test: "StringLike",
          variable: "aws:SourceArn",
          values: [$interpolate`arn:aws:cloudfront::${aws.getCallerIdentityOutput().accountId}:distribution/*`],
        },
      ],
    },
  ],
});

const siteFilesAccess = new aws.cloudfront.OriginAccessControl("SiteFilesAccess", {
  name: nameOf("site-files"),
  originAccessControlOriginType: "s3",
  signingBehavior: "always",
  signingProtocol: "sigv4",
});

const [mainHost, ...otherHosts] = stage.hosts;

/**
 * The one front door: the site and, under /v1, the API, on one origin. Requests to the API are signed on the way, so that the
 * function's own address refuses everybody else and the host name in `x-forwarded-host` can be believed (it decides which
 * municipality a request is for). Signing at the edge, because a browser does not send the hash of a body and a mail program
 * that unsubscribes with one click cannot.
 */
export const router = new sst.aws.Router("Router", {
  ...(mainHost && {
    domain: {
      name: mainHost,
      aliases: otherHosts,
      ...(stage.certificateArn && { cert: stage.certificateArn, dns: false as const }),
    },
  }),
  protection: "oac-with-edge-signing",
  edge: {
    viewerRequest: { injection: [onlyTheViewersAddress, onlyToTheApi, noPageForAFile(looseFiles())].join("\n") },
  },
  // Rules that look for SQL or scripts in texts would refuse what residents write; the API checks every field itself.
  waf: { rateLimitPerIp: 2000, managedRules: { coreRuleSet: false, knownBadInputs: true, sqlInjection: false } },
  transform: {
    cdn: (args) => {
      // SST's own is somebody else's machine over plain HTTP, for every request its function finds no route for, cookies and all.
      args.origins = [
        {
          originId: "default",
          domainName: siteFiles.nodes.bucket.bucketRegionalDomainName,
          originAccessControlId: siteFilesAccess.id,
          s3OriginConfig: { originAccessIdentity: "" },
        },
      ];
      args.defaultCacheBehavior = $util.all([args.defaultCacheBehavior, headers.id]).apply(([behavior, id]) => ({
        ...behavior,
        responseHeadersPolicyId: id,
      }));
    },
  },
});

/** What the municipality's DNS makes its hosts a CNAME of. */
export const distribution = router.nodes.cdn.apply((cdn) => cdn.nodes.distribution.domainName);

/** Where the site is found; in letters and links. */
export const siteUrl = router.url;

/** Host name to municipality code, as JSON. */
export const municipalities = router.url.apply((url) => JSON.stringify(municipalitiesAt(url, stage)));

export const site = new sst.aws.StaticSite("Site", {
  path: "packages/web",
  build: { command: "./node_modules/.bin/vite build", output: "dist" },
  router: { instance: router },
  // SST would otherwise write a file into the sources.
  vite: { types: "../../.sst/site-env.d.ts" },
  assets: {
    bucket: siteFiles.name,
    // A tab that was open during a deploy asks for scripts of before it.
    purge: false,
    fileOptions: [
      // Only names that hold a hash of the content may be kept for good.
      { files: "**", cacheControl: "public,max-age=300,must-revalidate" },
      { files: "assets/**", cacheControl: "public,max-age=31536000,immutable" },
      { files: "**/*.html", cacheControl: "no-cache" },
    ],
  },
});

/** What the built site has beside its assets: its page, and what stands in `public`. */
function looseFiles(): string[] {
  const folder = join($cli.paths.root, "packages", "web", "public");
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return ["index.html", ...names.sort()].map((name) => `/${name}`);
}

/** The site's own policy, plus the one other place it sends something to: the bucket that files are uploaded to. */
function sitePolicy() {
  const origin = $interpolate`https://${files.properties.name}.s3.${aws.getRegionOutput().region}.amazonaws.com`;
  return origin.apply(withFileStore);
}
