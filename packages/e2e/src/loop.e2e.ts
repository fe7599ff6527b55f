import * as award from "./loop/award.ts";
import * as end from "./loop/end.ts";
import * as enterprise from "./loop/enterprise.ts";
import * as proposal from "./loop/proposal.ts";
import * as spending from "./loop/spending.ts";
import { test } from "./stage.ts";

test("residents get budget from the council, spend it in public and give back what is left", async ({ stage }) => {
  const anna = await stage.person("Anna");
  const bram = await stage.person("Bram");
  const carla = await stage.person("Carla");
  const { name } = enterprise.enterprise;

  await enterprise.comesWithAPlan(stage, anna);
  await enterprise.registers(anna, "Anna Postma", { name });
  await enterprise.invitesAndAccepts(stage, anna, bram);
  const board = new URL(bram.page.url()).pathname;
  await enterprise.entersAccount(bram);
  await enterprise.confirmsAccount(stage, anna);
  const noor = await enterprise.isVerified(stage, anna, name);

  await anna.visit("/mijn", "Mijn Hevel");
  await anna.follow("Maak een voorstel");
  await anna.arrives("Maak een voorstel");
  await anna.press("Begin met het voorstel");
  await anna.arrives(/Wat is uw plan\?$/);
  await proposal.writes(anna);
  const path = await proposal.sendsIn(stage, anna, bram);
  await proposal.follows(stage, carla, path);
  await proposal.edits(anna);
  await proposal.isCompleted(stage, { noor, anna, bram });
  await proposal.isAdvised(noor);

  const { fatima, emre, council } = await award.fillPot(stage);
  await noor.page.reload();
  await noor.sees(proposal.plan.title);
  await award.preparesDecision(noor);
  await award.takesDecision(stage, council, bram);
  const mandate = await award.transfers(stage, { fatima, emre, council, anna });

  await spending.spends(stage, { anna, bram }, board);
  await spending.tells(stage, anna, carla);

  await end.isEvaluated(stage, { noor, anna, carla }, { mandate, path });
  await end.closes(stage, { noor, council, fatima, emre, anna, bram }, mandate);
  await end.isPublic(await stage.person("Bezoeker"), [anna, bram, carla], path);
  await end.isAccountedFor(carla);
});
