// Written by sdkwright. Change the document or the generator, not this file.
/** Whether an error is still active. */
export const DataConnectionErrorStatus = { Active: "Active", Resolved: "Resolved" } as const;
/** Whether an error is still active. */
export type DataConnectionErrorStatus = "Active" | "Resolved" | (string & {});
