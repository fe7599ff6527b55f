/** What a resident needs to know before starting: who may, for what, how much, how long, who decides, and what if it is no. */
import { words } from "./words.ts";

export const takePart = {
  title: "Zo doet u mee",
  lead: "U wilt iets doen voor uw wijk en er is geld voor nodig. Hier leest u hoe dat gaat.",
  questions: {
    who: {
      title: "Wie kan meedoen?",
      text: [
        "Iedereen die hier woont, samen met anderen. U vormt met ten minste 2 mensen een bestuur. Eén van hen is penningmeester.",
        "Een vereniging of stichting is niet altijd nodig. Ook een groep buren zonder rechtsvorm kan zich aanmelden. Wij noemen zo'n groep een onderneming.",
      ],
    },
    what: {
      title: "Waarvoor kan ik geld vragen?",
      text: ["Voor een plan dat uw wijk beter maakt. Het plan past bij één of meer van deze thema's:"],
    },
    amount: {
      title: "Hoeveel geld kan ik vragen?",
      text: [
        "Er is geen vast bedrag. U vraagt wat uw plan kost, min wat u zelf inbrengt.",
        "U kunt niet meer krijgen dan er in de pot zit. Hoeveel dat nu is, ziet u bij het geld.",
      ],
      link: "Bekijk hoeveel er is",
    },
    need: {
      title: "Wat heb ik nodig?",
      list: [
        "Een bestuur van ten minste 2 mensen",
        "Een bankrekening voor het geld",
        "Een plan: wat gaat u doen en waarom",
        "Een begroting: een lijst van wat het kost",
        "Beloften: wat is wanneer klaar",
      ],
      account: `${words.accountHolder.rule} ${words.accountHolder.exception}`,
      text: ["U vult het plan in stappen in. U kunt stoppen en later verdergaan."],
    },
    time: {
      title: "Hoe lang duurt het?",
      text: (days: number) => [
        `U krijgt binnen ${days} dagen een besluit. Die tijd begint als u het voorstel instuurt.`,
        "Vraagt de gemeente u iets? Dan staat de tijd stil tot uw antwoord er is. Op de pagina van uw voorstel ziet u altijd wie aan zet is.",
      ],
    },
    decides: {
      title: "Wie besluit?",
      text: (body: string) => [
        `Het besluit is van ${body}. Een behandelaar bereidt het voor. Iemand anders neemt het.`,
        "Na een ja beslist u zelf over de uitgaven, binnen wat is afgesproken. Elke uitgave is openbaar.",
      ],
    },
    no: {
      title: "Wat als het nee is?",
      text: [
        "Een nee heeft altijd een reden. U leest die op de pagina van uw voorstel.",
        "Bent u het niet eens met het besluit? Dan kunt u binnen 6 weken bezwaar maken. In het besluit staat hoe. U mag ook een nieuw voorstel indienen.",
      ],
    },
    help: {
      title: "Kan iemand mij helpen?",
      text: ["Ja. Bel of mail ons, of vraag het wijkteam in uw wijk. Hulp is gratis."],
      link: "Neem contact op",
    },
  },
  startTitle: "Begin hier",
  register: "Meld een onderneming aan",
  start: "Maak een voorstel",
};
