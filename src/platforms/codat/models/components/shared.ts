// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  integer,
  nullable,
  object,
  optional,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";

/**
 * A company's connection to a software product.
 *
 * Date-times are ISO 8601 strings with `Z`, with an offset, or with neither, and with up to seven
 * fractional digits.
 */
export interface Connection {
  /** The id of the connection. */
  id: string;
  /** The id of the integration. */
  integrationId: string;
  /** The key of the integration, four letters. */
  integrationKey?: string | undefined;
  /** The id of the data source within the integration. */
  sourceId: string;
  sourceType: SourceType;
  /** The name of the integration. */
  platformName: string;
  /**
   * The URL where somebody at the company authorizes the connection. May contain a one-time
   * password: keep it out of logs.
   */
  linkUrl: string;
  status: DataConnectionStatus;
  /** When data was last fetched. `null` if it never was. */
  lastSync?: string | null | undefined;
  /** When the connection was created. */
  created: string;
  /** The errors between Codat and the software. */
  dataConnectionErrors?: DataConnectionError[] | null | undefined;
  /** Facts about the connection. They depend on the integration. */
  connectionInfo?: Record<string, unknown> | null | undefined;
}
export const Connection: Schema<Connection> = /* @__PURE__ */ object(() => ({
  id: string,
  integrationId: string,
  integrationKey: optional(string),
  sourceId: string,
  sourceType: string,
  platformName: string,
  linkUrl: string,
  status: string,
  lastSync: optional(nullable(string)),
  created: string,
  dataConnectionErrors: optional(nullable(array(DataConnectionError))),
  connectionInfo: optional(nullable(record(unknown))),
}));

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

/** An error between Codat and the software. */
export interface DataConnectionError {
  /** The status code of the software's response. */
  statusCode?: string | undefined;
  /** The status text of the software's response. */
  statusText?: string | undefined;
  /** The error message of the software. */
  errorMessage?: string | undefined;
  /** When the error occurred. */
  erroredOnUtc?: string | undefined;
  /** Whether the error is still active. */
  status?: DataConnectionErrorStatus | null | undefined;
  /** When the error was resolved. */
  resolvedOnUtc?: string | null | undefined;
}
export const DataConnectionError: Schema<DataConnectionError> = /* @__PURE__ */ object(() => ({
  statusCode: optional(string),
  statusText: optional(string),
  errorMessage: optional(string),
  erroredOnUtc: optional(string),
  status: optional(nullable(string)),
  resolvedOnUtc: optional(nullable(string)),
}));

/** Whether an error is still active. */
export const DataConnectionErrorStatus = { Active: "Active", Resolved: "Resolved" } as const;
/** Whether an error is still active. */
export type DataConnectionErrorStatus = "Active" | "Resolved" | (string & {});

/** Links to this page and to its neighbors. */
export interface Links {
  self: HalRef;
  current: HalRef;
  /** The next page. Absent on the last page. */
  next?: HalRef | undefined;
  /** The previous page. Absent on the first page. */
  previous?: HalRef | undefined;
}
export const Links: Schema<Links> = /* @__PURE__ */ object(() => ({
  self: HalRef,
  current: HalRef,
  next: optional(HalRef),
  previous: optional(HalRef),
}));

/** A link. */
export interface HalRef {
  /** The URL, relative to the base URL of the API. */
  href?: string | undefined;
}
export const HalRef: Schema<HalRef> = /* @__PURE__ */ object(() => ({
  href: optional(string),
}));

/** An error response. */
export interface ErrorMessage {
  /** A status code. It can differ from the HTTP status code. */
  statusCode?: number | undefined;
  /** The part of Codat that responded. */
  service?: string | undefined;
  /** The error message. */
  error?: string | undefined;
  /** The id of this request. Include it when you contact Codat's support. */
  correlationId?: string | undefined;
  /** The validation issues of the request. */
  validation?: ErrorValidation | null | undefined;
  /** Whether you can retry the request, as a string: `True`, `False` or `Unknown`. */
  canBeRetried?: string | undefined;
  /** A code for this kind of error. */
  detailedErrorCode?: number | undefined;
}
export const ErrorMessage: Schema<ErrorMessage> = /* @__PURE__ */ object(() => ({
  statusCode: optional(integer),
  service: optional(string),
  error: optional(string),
  correlationId: optional(string),
  validation: optional(nullable(ErrorValidation)),
  canBeRetried: optional(string),
  detailedErrorCode: optional(integer),
}));

/** The validation issues of a request. */
export interface ErrorValidation {
  errors?: ValidationItem[] | null | undefined;
  warnings?: ValidationItem[] | null | undefined;
}
export const ErrorValidation: Schema<ErrorValidation> = /* @__PURE__ */ object(() => ({
  errors: optional(nullable(array(ValidationItem))),
  warnings: optional(nullable(array(ValidationItem))),
}));

/** A validation issue. */
export interface ValidationItem {
  /** The invalid member. */
  itemId?: string | null | undefined;
  /** What is wrong with it. */
  message?: string | null | undefined;
  /** The check that failed. */
  validatorName?: string | null | undefined;
}
export const ValidationItem: Schema<ValidationItem> = /* @__PURE__ */ object(() => ({
  itemId: optional(nullable(string)),
  message: optional(nullable(string)),
  validatorName: optional(nullable(string)),
}));
