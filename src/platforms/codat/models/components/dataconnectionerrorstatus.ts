// Written by sdkwright. Change the document or the generator, not this file.
/** Whether an error still holds. */
export const DataConnectionErrorStatus = { Active: "Active", Resolved: "Resolved" } as const;
/** Whether an error still holds. */
export type DataConnectionErrorStatus = "Active" | "Resolved" | (string & {});
