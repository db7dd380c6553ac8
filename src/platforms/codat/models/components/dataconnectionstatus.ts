// Written by sdkwright. Change the document or the generator, not this file.
/**
 * The status of the connection: `PendingAuth` until the company has authorized it, `Linked` while
 * it works, `Unlinked` after you have unlinked it, `Deauthorized` after the company or the software
 * has revoked the authorization.
 */
export const DataConnectionStatus = {
  PendingAuth: "PendingAuth",
  Linked: "Linked",
  Unlinked: "Unlinked",
  Deauthorized: "Deauthorized",
} as const;
/**
 * The status of the connection: `PendingAuth` until the company has authorized it, `Linked` while
 * it works, `Unlinked` after you have unlinked it, `Deauthorized` after the company or the software
 * has revoked the authorization.
 */
export type DataConnectionStatus =
  | "PendingAuth"
  | "Linked"
  | "Unlinked"
  | "Deauthorized"
  | (string & {});
