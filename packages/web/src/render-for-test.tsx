import { Router } from "@solidjs/router";
import { renderToStringAsync } from "solid-js/web";
import { routes } from "./routes.tsx";
import { Shell } from "./shell/shell.tsx";

/** A page as text, as a server would render it; the test of the rule that components need no browser to render. */
export const renderPage = (path: string): Promise<string> =>
  renderToStringAsync(() => (
    <Router root={Shell} url={`http://localhost${path}`}>
      {routes}
    </Router>
  ));
