import { createTestApi } from "@hevel/testing/api";
import { expect, test } from "vitest";
import { createClient } from "./client.ts";

test("the typed client speaks to the app itself", async () => {
  const { app } = await createTestApi();
  const client = createClient("http://hevel.example", {
    fetch: (input, init) => Promise.resolve(app.request(String(input), init)),
  });
  const response = await client.municipality.$get();
  expect(response.status).toBe(200);
  if (response.status !== 200) return;
  expect((await response.json()).name).toBe("Testgemeente");
});
