// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  boolean,
  integer,
  nullable,
  object,
  optional,
  optionalAs,
  string,
} from "../../../../lib/schema/index.js";

/** The connectors of Mammoth. */
export interface ConnectorList {
  /** The connectors. */
  connectors: Connector[];
  /** The number of connectors that was asked for. */
  limit?: number | undefined;
  /** The number of connectors before these. */
  offset?: number | undefined;
  /** The link to the connectors after these. */
  next?: string | null | undefined;
}
export const ConnectorList: Schema<ConnectorList> = /* @__PURE__ */ object(() => ({
  connectors: array(Connector),
  limit: optional(integer),
  offset: optional(integer),
  next: optional(nullable(string)),
}));

/** A kind of database, warehouse or service. */
export interface Connector {
  /** The key of the connector. */
  nameKey?: string | null | undefined;
  /** The name of the connector for display. */
  dispName?: string | null | undefined;
  /** The type of the connector. */
  apiType?: string | null | undefined;
  /** Whether the connector is premium. */
  isPremium?: boolean | null | undefined;
  /** Whether the connector is added to the workspace. */
  isAdded?: boolean | null | undefined;
  /** The vendor of the connector. */
  vendor?: string | null | undefined;
}
export const Connector: Schema<Connector> = /* @__PURE__ */ object(() => ({
  nameKey: optionalAs("name_key", nullable(string)),
  dispName: optionalAs("disp_name", nullable(string)),
  apiType: optionalAs("api_type", nullable(string)),
  isPremium: optionalAs("is_premium", nullable(boolean)),
  isAdded: optionalAs("is_added", nullable(boolean)),
  vendor: optional(nullable(string)),
}));
