/** The other tabs of this site in this browser. */
export interface OtherTabs {
  /** Says who is signed in here now: a name, or "" for nobody. It stays within this browser and this site. */
  tell(who: string): void;
  /** Stops hearing from them. */
  leave(): void;
}

/** Hears when somebody signs in or out in another tab. Where a browser has no channels, each tab finds out by itself. */
export function joinOtherTabs(onChange: (who: string) => void): OtherTabs {
  if (typeof BroadcastChannel === "undefined") return { tell: () => {}, leave: () => {} };
  const channel = new BroadcastChannel("hevel:who");
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") onChange(data);
  };
  return { tell: (who) => channel.postMessage(who), leave: () => channel.close() };
}
