// Written by sdkwright. Change the document or the generator, not this file.
/** The kind of software that is connected. */
export const SourceType = {
  Accounting: "Accounting",
  Banking: "Banking",
  BankFeed: "BankFeed",
  Commerce: "Commerce",
  Expense: "Expense",
  Other: "Other",
  Unknown: "Unknown",
} as const;
/** The kind of software that is connected. */
export type SourceType =
  | "Accounting"
  | "Banking"
  | "BankFeed"
  | "Commerce"
  | "Expense"
  | "Other"
  | "Unknown"
  | (string & {});
