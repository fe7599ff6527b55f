/** What is in the pots now, beside what is asked from them. */
export const pots = {
  title: "Wat er nu in de pot zit",
  none: "Er is nog geen pot voor deze wijk.",
  left: (name: string, amount: string) => `${name}: ${amount} vrij`,
  more: {
    board: (amount: string) =>
      `U vraagt ${amount}. Dat is meer dan er nu in één pot zit. U mag dit vragen: de raad kan een pot aanvullen. Misschien krijgt u een deel.`,
    officer: (amount: string) =>
      `${amount} is meer dan er nu in één pot zit. Het college kan dit pas toekennen als de pot is aangevuld.`,
  },
};
