import type { StaffAccount } from "./staff-account.ts";

/** The page on which a demo employee is chosen: Dutch, one button per account, no script. */
export function loginPage(municipality: string, accounts: readonly StaffAccount[], action: string): string {
  const buttons = accounts.map(
    ({ username, name, job }) => `
        <li><button name="account" value="${escapeHtml(username)}">
          <strong>${escapeHtml(name)}</strong><span>${escapeHtml(job)}</span>
        </button></li>`,
  );
  return page(
    `Inloggen bij gemeente ${municipality}`,
    `<p>Dit is de proefomgeving. Kies als wie u inlogt. Een wachtwoord is hier niet nodig.</p>
      <form method="post" action="${escapeHtml(action)}"><ul>${buttons.join("")}</ul></form>`,
  );
}

/** What somebody sees when a sign-in cannot go on, with the reason for whoever builds on it. */
export function failurePage(reason: string): string {
  return page(
    "Inloggen lukt niet",
    `<p>Ga terug naar het portaal en log opnieuw in.</p><p><small>${escapeHtml(reason)}</small></p>`,
  );
}

/** What somebody sees after signing out, or is asked before it. */
export function signOutPage(form: string | undefined): string {
  if (form === undefined) return page("U bent uitgelogd", "<p>U kunt dit venster sluiten.</p>");
  return page(
    "Wilt u uitloggen?",
    `${form}<button form="op.logoutForm" name="logout" value="yes"><strong>Log uit</strong></button>`,
  );
}

/** The style sheet's own address: the policy of the page allows no inline style. */
export const STYLE_PATH = "/aanmelden.css";

/** The look of the portal in small. */
export const STYLE = `
:root { color-scheme: light; font: 18px/1.55 system-ui, sans-serif; color: #10242b; background: #eef5f4; }
body { margin: 0; padding: 2rem 1rem; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem; background: #fbfaf6; border: 1px solid #c9d6d6; border-radius: 10px; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.2; }
ul { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; gap: 0.75rem; }
button { font: inherit; color: inherit; text-align: left; width: 100%; min-height: 44px; padding: 0.75rem 1rem;
  background: #fff; border: 1px solid #0a5566; border-radius: 6px; cursor: pointer; }
button:hover { background: #eef5f4; }
button:focus-visible { outline: 3px solid #10242b; outline-offset: 2px; box-shadow: 0 0 0 7px #f2b230; }
button strong { display: block; color: #0a5566; }
`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <link rel="stylesheet" href="${STYLE_PATH}">
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      ${body}
    </main>
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
