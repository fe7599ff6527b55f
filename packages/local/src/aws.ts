/** The region every client and every signature on this machine names. */
export const REGION = "eu-west-1";

/** The local parts check no key, but signatures need one. */
export const localCredentials = { accessKeyId: "local", secretAccessKey: "local" };
