let tell: (() => void) | undefined;

/** Called when the API says that nobody is signed in (any more); the shell leads to sign-in and back. One listener. */
export function onSignedOut(listener: () => void): () => void {
  tell = listener;
  return () => {
    if (tell === listener) tell = undefined;
  };
}

/** Tells that a request was refused because nobody is signed in. */
export const reportSignedOut = (): void => tell?.();
