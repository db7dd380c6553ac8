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
