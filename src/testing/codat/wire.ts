/** What the vendor's connections are made of. */

/** What kind of software is connected. */
export type SourceType =
  | "Accounting"
  | "Banking"
  | "BankFeed"
  | "Commerce"
  | "Expense"
  | "Other"
  | "Unknown";

/** How a connection is doing. */
export type CodatStatus = "PendingAuth" | "Linked" | "Unlinked" | "Deauthorized";

/** A connection as the API answers it. */
export interface WireConnection {
  readonly id: string;
  readonly integrationId: string;
  readonly integrationKey: string;
  readonly sourceId: string;
  readonly sourceType: SourceType;
  readonly platformName: string;
  readonly linkUrl: string;
  status: CodatStatus;
  lastSync?: string | null;
  readonly created: string;
  dataConnectionErrors?: readonly object[] | null;
  connectionInfo?: Readonly<Record<string, unknown>> | null;
}
