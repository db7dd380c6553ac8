// Written by sdkwright. Change the document or the generator, not this file.
/**
 * How the connection is doing: `PendingAuth` until the company has agreed, `Linked` while it works,
 * `Unlinked` after you gave it up, `Deauthorized` after the company or the software did.
 */
export const DataConnectionStatus = {
  PendingAuth: "PendingAuth",
  Linked: "Linked",
  Unlinked: "Unlinked",
  Deauthorized: "Deauthorized",
} as const;
/**
 * How the connection is doing: `PendingAuth` until the company has agreed, `Linked` while it works,
 * `Unlinked` after you gave it up, `Deauthorized` after the company or the software did.
 */
export type DataConnectionStatus =
  | "PendingAuth"
  | "Linked"
  | "Unlinked"
  | "Deauthorized"
  | (string & {});
