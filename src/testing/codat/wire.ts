/** The values of the API as they are on the wire. */

/** The kind of software that is connected. */
export type SourceType =
  | "Accounting"
  | "Banking"
  | "BankFeed"
  | "Commerce"
  | "Expense"
  | "Other"
  | "Unknown";

/** The status of a connection. */
export type CodatStatus = "PendingAuth" | "Linked" | "Unlinked" | "Deauthorized";

/** A connection as the API returns it. */
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
  dataConnectionErrors?: { status?: string; [member: string]: unknown }[] | null;
  connectionInfo?: Readonly<Record<string, unknown>> | null;
}
