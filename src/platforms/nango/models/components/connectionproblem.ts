// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";

/** A current problem with a connection. */
export interface ConnectionProblem {
  /** The kind of problem: with the authorization, or with a sync. */
  type: ConnectionProblemType;
  /** The id of the entry in Nango's logs. */
  logId: string;
}
export const ConnectionProblem: Schema<ConnectionProblem> = /* @__PURE__ */ object(() => ({
  type: string,
  logId: as("log_id", string),
}));

/** The kind of problem: with the authorization, or with a sync. */
export const ConnectionProblemType = { Auth: "auth", Sync: "sync" } as const;
/** The kind of problem: with the authorization, or with a sync. */
export type ConnectionProblemType = "auth" | "sync" | (string & {});
