// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  nullable,
  object,
  optional,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";
import { DataConnectionError } from "./dataconnectionerror.js";
import type { DataConnectionStatus } from "./dataconnectionstatus.js";
import type { SourceType } from "./sourcetype.js";

/**
 * One company's connection to one piece of software.
 *
 * Times are texts in ISO 8601: with `Z`, with an offset, or with none of them; with up to seven
 * digits after the second.
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
  /** What the integration is called. */
  platformName: string;
  /**
   * Where somebody at the company agrees to the connection. May hold a one-time password: keep it
   * out of logs.
   */
  linkUrl: string;
  status: DataConnectionStatus;
  /** When data was last brought in. Never so far where it is null. */
  lastSync?: string | null | undefined;
  /** When the connection was made. */
  created: string;
  /** What has gone wrong between Codat and the software. */
  dataConnectionErrors?: DataConnectionError[] | null | undefined;
  /** What the integration tells of the connection. Differs from one to the next. */
  connectionInfo?: Record<string, unknown> | null | undefined;
}
export const Connection: Schema<Connection> = /* @__PURE__ */ object<Connection>(() => ({
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
