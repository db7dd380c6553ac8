// Written by sdkwright. Change the document or the generator, not this file.
/** What kind of software is connected. */
export const SourceType = {
  Accounting: "Accounting",
  Banking: "Banking",
  BankFeed: "BankFeed",
  Commerce: "Commerce",
  Expense: "Expense",
  Other: "Other",
  Unknown: "Unknown",
} as const;
/** What kind of software is connected. */
export type SourceType =
  | "Accounting"
  | "Banking"
  | "BankFeed"
  | "Commerce"
  | "Expense"
  | "Other"
  | "Unknown"
  | (string & {});
