import type { LetterPayload } from "@hevel/core";
import { code, type Draft, facts, quote, text } from "../block.ts";
import { deadline } from "../format.ts";
import { roles } from "./words.ts";

/** Letters about getting in: signing in, joining a board, verification, following. */

export function signIn(letter: LetterPayload<"sign-in">): Draft {
  return {
    subject: `Inloggen bij Hevel ${letter.municipality}`,
    heading: "Log in met deze knop of code",
    blocks: [
      text(`U wilt inloggen bij Hevel. De knop en de code werken ${letter.minutes} minuten, en één keer.`),
      code(letter.code),
      text("Vul de code in op de pagina waar u uw e-mailadres gaf. Of gebruik de knop."),
    ],
    button: { label: "Log in", path: letter.path },
    after: [text("Wilde u niet inloggen? Dan hoeft u niets te doen. Geef de code aan niemand anders.")],
  };
}

export function invitation(letter: LetterPayload<"invitation">): Draft {
  return {
    subject: `Uitnodiging voor het bestuur van ${letter.enterprise}`,
    heading: `Doet u mee in het bestuur van ${letter.enterprise}?`,
    blocks: [
      text(`Beste ${letter.name},`),
      text(`${letter.inviter} vraagt u als ${roles[letter.role]} van ${letter.enterprise}.`),
      text("Als bestuurslid ziet u het geld van uw onderneming. U bevestigt uitgaven die een ander invult."),
      facts(["Uw functie", roles[letter.role]], ["Antwoord uiterlijk", deadline(letter.expiresOn)]),
    ],
    button: { label: "Bekijk de uitnodiging", path: letter.path },
    after: [text("Wilt u dit niet? Dan hoeft u niets te doen. De uitnodiging loopt vanzelf af.")],
  };
}

export function enterpriseVerified(letter: LetterPayload<"enterprise-verified">): Draft {
  return {
    subject: `${letter.enterprise} is goedgekeurd`,
    heading: `${letter.enterprise} is goedgekeurd`,
    blocks: [
      text("De gemeente heeft uw onderneming bekeken. Alles klopt. Uw pagina is nu zichtbaar voor iedereen."),
      text(
        "U kunt nu een voorstel insturen. Om geld te ontvangen heeft u ook nodig: 2 bestuursleden die hebben bevestigd, van wie 1 penningmeester, en een rekeningnummer.",
      ),
    ],
    button: { label: "Bekijk uw onderneming", path: letter.path },
  };
}

export function enterpriseRefused(letter: LetterPayload<"enterprise-refused">): Draft {
  return {
    subject: `${letter.enterprise} is nog niet goedgekeurd`,
    heading: `${letter.enterprise} is nog niet goedgekeurd`,
    blocks: [
      text("De gemeente heeft uw onderneming bekeken. Er moet nog iets veranderen. Dit is de reden:"),
      quote(letter.reason),
    ],
    button: { label: "Pas uw gegevens aan", path: letter.path },
    after: [text("Na uw aanpassing kijkt de gemeente opnieuw.")],
  };
}

export function followConfirm(letter: LetterPayload<"follow-confirm">): Draft {
  return {
    subject: `Bevestig dat u ${letter.subject} wilt volgen`,
    heading: "Nog 1 stap",
    blocks: [
      text(`U wilt mail krijgen over ${letter.subject}. Druk op de knop. Dan weten wij dat dit uw e-mailadres is.`),
    ],
    button: { label: "Ja, ik wil volgen", path: letter.path },
    after: [text("Heeft u dit niet gevraagd? Dan hoeft u niets te doen. U krijgt dan geen mail.")],
  };
}
