/** Why a request was refused: nobody is signed in (any more), or it asks for a sign-in of a moment ago. */
export type SignInNeeded = "signed-out" | "again";

let tell: ((why: SignInNeeded) => void) | undefined;

/** Called when the API asks for a sign-in; the shell leads to it and back. One listener. */
export function onSignInNeeded(listener: (why: SignInNeeded) => void): () => void {
  tell = listener;
  return () => {
    if (tell === listener) tell = undefined;
  };
}

/** Tells that a request was refused until somebody signs in. */
export const reportSignInNeeded = (why: SignInNeeded): void => tell?.(why);
