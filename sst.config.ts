/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app({ stage }) {
    const permanent = stage === "production";
    return {
      name: "hevel",
      home: "aws",
      removal: permanent ? "retain" : "remove",
      protect: permanent,
      providers: { aws: { region: process.env.HEVEL_AWS_REGION ?? "eu-central-1" } },
    };
  },
  async run() {
    await import("./infra/secrets.ts");
    const { foundation } = await import("./infra/storage.ts");
    const { mailDnsRecords } = await import("./infra/mail.ts");
    const { distribution, siteUrl } = await import("./infra/web.ts");
    await import("./infra/api.ts");
    await import("./infra/jobs.ts");
    await import("./infra/alarms.ts");
    return { site: siteUrl, distribution, mailDnsRecords, foundation: foundation.outputs };
  },
});
