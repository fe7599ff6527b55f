import { Deviation, expectSame, type Step } from "./walk.ts";
import type { World } from "./world.ts";

/** What a visitor gets before anybody has signed in. */
export const firstLook: readonly Step<World>[] = [
  {
    who: "visitor",
    does: "opens the site",
    async run({ origin, browserOf }) {
      const page = await browserOf("visitor").open(`${origin}/`);
      expectSame(page.status, 200, "status of the home page");
      const policy = page.headers.get("content-security-policy") ?? "";
      if (!policy.startsWith("default-src 'none'")) throw new Deviation(`The site has no strict policy: "${policy}"`);
      return undefined;
    },
  },
  {
    who: "visitor",
    does: "reads which municipality this is",
    async run({ origin, browserOf }) {
      const answer = await browserOf("visitor").send(`${origin}/v1/municipality`);
      expectSame(answer.status, 200, "status of the municipality");
      const { name, districts } = JSON.parse(answer.body) as { name: string; districts: unknown[] };
      expectSame([name, districts.length], ["Voorbeeldstad", 8], "name and number of districts");
      return `${name}, ${districts.length} districts`;
    },
  },
];
