import { expect, test } from "vitest";
import { joinOtherTabs } from "./other-tabs.ts";

test("what one tab tells, the others hear and it does not hear itself, until they leave", async () => {
  const heard: string[] = [];
  const tab = (name: string) => joinOtherTabs((who) => heard.push(`${name}: ${who}`));
  const [first, second] = [tab("first"), tab("second")];
  first.tell("anna@wijk.example");
  await expect.poll(() => heard).toEqual(["second: anna@wijk.example"]);
  second.leave();
  const third = tab("third");
  first.tell("");
  await expect.poll(() => heard).toEqual(["second: anna@wijk.example", "third: "]);
  first.leave();
  third.leave();
});
