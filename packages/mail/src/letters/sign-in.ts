import type { LetterPayload } from "@hevel/core";
import { type Block, code, type Draft, facts, list, quote, text, way } from "../block.ts";
import { deadline } from "../format.ts";
import { objectOnline, roles } from "./words.ts";

/** Letters about getting in: signing in, joining a board, verification, following. */

export function signIn(letter: LetterPayload<"sign-in">): Draft {
  return {
    subject: `Inloggen bij Hevel ${letter.municipality}`,
    heading: "Log in met deze knop of code",
    blocks: [
      text(
        `Iemand vulde uw e-mailadres in om in te loggen bij Hevel. Was u dat? De knop en de code werken ${letter.minutes} minuten, en één keer.`,
      ),
      code(letter.code),
      text("Vul de code in op de pagina waar u uw e-mailadres gaf. Of gebruik de knop."),
    ],
    button: { label: "Log in", path: letter.path },
    after: [
      text("Wilde u niet inloggen? Dan hoeft u niets te doen. Geef de code aan niemand anders."),
      way("Vroeg u dit niet?", "Ik ken dit niet", letter.refusalPath),
    ],
  };
}

export function invitation(letter: LetterPayload<"invitation">): Draft {
  const isTreasurer = letter.role === "treasurer";
  return {
    // Until city hall has looked, the name is a stranger's word: it stands in the letter as such, never above it.
    subject: letter.isVerified
      ? `Uitnodiging voor het bestuur van ${letter.enterprise}`
      : "Uitnodiging voor het bestuur van een burgeronderneming",
    heading: letter.isVerified
      ? `Doet u mee in het bestuur van ${letter.enterprise}?`
      : "Doet u mee in het bestuur van een burgeronderneming?",
    blocks: [
      text(
        letter.isVerified
          ? "Een onderneming van bewoners vraagt u voor haar bestuur. De gemeente heeft deze onderneming gecontroleerd."
          : "Een groep bewoners vraagt u voor hun bestuur. De gemeente heeft deze groep nog niet gecontroleerd.",
      ),
      facts(
        ["Wie vraagt u", letter.inviter],
        ["Voor", letter.enterprise],
        ["Uw naam", letter.name],
        ["Uw functie", roles[letter.role]],
        ["Antwoord uiterlijk", deadline(letter.expiresOn)],
      ),
      text(
        isTreasurer
          ? "Als penningmeester vult u de uitgaven in, met de bon erbij. Een ander bestuurslid bevestigt ze."
          : "Als bestuurslid ziet u het geld van de onderneming. U bevestigt uitgaven die de penningmeester invult.",
      ),
    ],
    button: { label: "Bekijk de uitnodiging", path: letter.path },
    after: [
      text("Wilt u dit niet? Dan hoeft u niets te doen. De uitnodiging loopt vanzelf af."),
      way("Kent u deze mensen niet?", "Ik ken dit niet", letter.disavowalPath),
    ],
  };
}

export function invitationDeclined(letter: LetterPayload<"invitation-declined">): Draft {
  return {
    subject: "Iemand zegt nee op uw uitnodiging",
    heading: "Nee op uw uitnodiging",
    blocks: [
      text("U vroeg iemand voor het bestuur van uw onderneming. Die persoon zegt nee."),
      facts(["Wie", letter.name], ["Functie", roles[letter.role]], ["Voor", letter.enterprise]),
      text("De uitnodiging is weg. U kunt iemand anders vragen."),
    ],
    button: { label: "Naar uw bestuur", path: letter.path },
  };
}

export function enterpriseVerified(letter: LetterPayload<"enterprise-verified">): Draft {
  return {
    subject: `${letter.enterprise} is goedgekeurd`,
    heading: `${letter.enterprise} is goedgekeurd`,
    blocks: [
      text(
        "De gemeente heeft uw onderneming bekeken. Alles klopt. Uw pagina en uw voorstellen zijn nu zichtbaar voor iedereen.",
      ),
      ...moneyBlocks(letter.obstacles),
    ],
    button: { label: "Bekijk uw onderneming", path: letter.path },
  };
}

/** Only what is still missing: a board that has it all is not asked for it. */
function moneyBlocks(obstacles: LetterPayload<"enterprise-verified">["obstacles"]): readonly Block[] {
  const missing = obstacles.flatMap((obstacle) => missingForMoney[obstacle] ?? []);
  if (missing.length === 0)
    return [text("U kunt nu een voorstel insturen, en geld ontvangen als dat wordt toegekend.")];
  return [text("U kunt nu een voorstel insturen. Om geld te ontvangen is nog nodig:"), list(missing)];
}

const missingForMoney: Readonly<Record<LetterPayload<"enterprise-verified">["obstacles"][number], string>> = {
  "board-too-small": "2 bestuursleden die hebben bevestigd",
  "no-treasurer": "een penningmeester",
  "no-iban": "een rekeningnummer",
};

export function enterpriseRefused(letter: LetterPayload<"enterprise-refused">): Draft {
  return {
    subject: "Uw onderneming is niet goedgekeurd",
    heading: "Uw onderneming is niet goedgekeurd",
    blocks: [
      text(`De gemeente heeft uw onderneming bekeken: ${letter.enterprise}. Er moet iets veranderen. Dit is de reden:`),
      quote(letter.reason),
    ],
    button: { label: "Pas uw gegevens aan", path: letter.path },
    after: [
      text("Uw pagina en uw voorstellen zijn niet openbaar."),
      text("Na uw aanpassing kijkt de gemeente opnieuw."),
      ...objectOnline(letter.objectionPath),
    ],
  };
}

export function question(letter: LetterPayload<"question">): Draft {
  return {
    subject: `Een vraag aan ${letter.enterprise}`,
    heading: "Iemand stelt u een vraag",
    blocks: [
      text(`Iemand vulde het vraagformulier in op de pagina van ${letter.enterprise}. Dit is de vraag:`),
      quote(letter.question),
      facts(["Naam", letter.answerTo.name], ["E-mailadres", letter.answerTo.email]),
      text("Beantwoord deze mail. Uw antwoord gaat naar dit adres. De ander ziet dan ook uw e-mailadres."),
      text("Alle bestuursleden kregen deze vraag. Spreek af wie antwoordt."),
    ],
    button: { label: "Bekijk uw pagina", path: letter.path },
    after: [
      text("De gemeente las deze vraag niet, en weet niet wie dit is. Vertrouwt u het niet? Open dan geen links."),
      way("Is dit misbruik?", "Meld dit bij de gemeente", letter.reportPath ?? "/contact"),
    ],
  };
}

export function ibanProposed(letter: LetterPayload<"iban-proposed">): Draft {
  const now = letter.maskedIbanNow;
  return {
    subject: "Bevestig de rekening van uw onderneming",
    heading: now === undefined ? "Een rekening wacht op bevestiging" : "Een andere rekening wacht op bevestiging",
    blocks: [
      text(`${letter.by} vulde een rekening in voor ${letter.enterprise}. Alle bestuursleden krijgen deze mail.`),
      facts(
        ...(now === undefined ? [] : [["Rekening van nu", now] as const]),
        ["Nieuwe rekening", letter.maskedIban],
        ["Op naam van", letter.holder],
        ["Bevestig uiterlijk", deadline(letter.expiresOn)],
      ),
      text("Een tweede bestuurslid moet bevestigen. Tot die tijd betaalt de gemeente niets op deze rekening."),
    ],
    button: { label: "Bekijk de rekening", path: letter.path },
    after: [text("Klopt dit niet? Weiger de rekening dan op dezelfde pagina, en bel of mail ons.")],
  };
}

export function ibanSettled(letter: LetterPayload<"iban-settled">): Draft {
  const isConfirmed = letter.outcome === "confirmed";
  return {
    subject: isConfirmed ? "De rekening van uw onderneming is bevestigd" : "De nieuwe rekening gaat niet door",
    heading: isConfirmed ? "Uw onderneming heeft een nieuwe rekening" : "De nieuwe rekening gaat niet door",
    blocks: [
      text(isConfirmed ? `${letter.by} heeft de rekening bevestigd.` : `${letter.by} heeft de rekening geweigerd.`),
      facts(["Onderneming", letter.enterprise], ["Rekening", letter.maskedIban], ["Op naam van", letter.holder]),
      ...(letter.isCheckedAgain ? [text("De gemeente kijkt eerst opnieuw. Daarna komt er weer geld.")] : []),
      ...(isConfirmed ? [] : [text("Er verandert niets.")]),
    ],
    button: { label: "Bekijk de rekening", path: letter.path },
    after: [text("Klopt dit niet? Bel of mail ons dan meteen.")],
  };
}

export function followConfirm(letter: LetterPayload<"follow-confirm">): Draft {
  return {
    // The title of a proposal is its board's word: it stands in the letter as such, never above it.
    subject: letter.isKnownName
      ? `Bevestig dat u ${letter.subject} wilt volgen`
      : "Bevestig dat u een voorstel wilt volgen",
    heading: "Nog 1 stap",
    blocks: [
      text("Iemand vulde uw e-mailadres in om mail te krijgen. Het gaat over:"),
      quote(letter.subject),
      text("Was u dat? Druk dan op de knop. Dan weten wij dat dit uw e-mailadres is."),
    ],
    button: { label: "Ja, ik wil volgen", path: letter.path },
    after: [
      text("Heeft u dit niet gevraagd? Dan hoeft u niets te doen. U krijgt dan geen mail."),
      way("Wilt u dit nooit meer?", "Ik ken dit niet", letter.refusalPath),
    ],
  };
}
