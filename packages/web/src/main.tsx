import { Router } from "@solidjs/router";
import { render } from "solid-js/web";
import { drafts } from "./forms/drafts.ts";
import { routes } from "./routes.tsx";
import { Shell } from "./shell/shell.tsx";
import { SiteProvider } from "./shell/site-provider.tsx";
import { reloadOnce } from "./site/reload-once.ts";

const root = document.getElementById("hevel");
if (root === null) throw new Error("index.html has no element with id hevel");
drafts.sweep();
reloadOnce(window);
render(
  () => (
    <Router
      root={(props) => (
        <SiteProvider>
          <Shell>{props.children}</Shell>
        </SiteProvider>
      )}
      scrollRestoration
    >
      {routes}
    </Router>
  ),
  root,
);
