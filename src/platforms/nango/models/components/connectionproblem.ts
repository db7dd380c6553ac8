// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";

/** Something that goes wrong with a connection at present. */
export interface ConnectionProblem {
  /** What goes wrong, signing in or fetching data. */
  type: ConnectionProblemType;
  /** Where Nango's logs tell more. */
  logId: string;
}
export const ConnectionProblem: Schema<ConnectionProblem> =
  /* @__PURE__ */ object<ConnectionProblem>(() => ({
    type: string,
    logId: as("log_id", string),
  }));

/** What goes wrong, signing in or fetching data. */
export const ConnectionProblemType = { Auth: "auth", Sync: "sync" } as const;
/** What goes wrong, signing in or fetching data. */
export type ConnectionProblemType = "auth" | "sync" | (string & {});
