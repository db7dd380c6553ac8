import {
  type Schema,
  dateTime,
  literal,
  object,
  optional,
  record,
  string,
  unknown,
} from "../../lib/typed.js";
import type { ConnectionParty, ConnectionData as Data } from "./connection.js";
import type { Coordinates } from "./coordinates.js";
import type { ConnectionHealth, HealthReason } from "./health.js";

const party: Schema<ConnectionParty> = /* @__PURE__ */ object(() => ({
  ref: string,
  name: optional(string),
}));

const health: Schema<ConnectionHealth> = /* @__PURE__ */ object(() => ({
  reason: optional(string as Schema<HealthReason>), // words that a later version adds are kept
  needs: optional(string as Schema<NonNullable<ConnectionHealth["needs"]>>), // the same
  since: optional(dateTime),
}));

const coordinates: Schema<Coordinates> = /* @__PURE__ */ object(() => ({
  platform: string,
  version: literal(1),
  projectIdOrName: optional(string),
  groupRef: optional(string),
  consumerRef: optional(string),
  provider: optional(string),
  connectionId: string,
})) as Schema<Coordinates>; // an optional coordinate is absent, never undefined

/**
 * A connection as JSON holds it. Use it where a connection arrives as JSON, in a browser or from a
 * queue: it turns the times back into Dates. A Standard Schema, which zod 4 accepts as well.
 *
 * @example
 * const result = await ConnectionData["~standard"].validate(await response.json());
 * if (!result.issues) console.log(result.value.createTime?.getFullYear());
 */
export const ConnectionData: Schema<Data> = /* @__PURE__ */ object(() => ({
  type: literal("connection"),
  id: string,
  coordinates: optional(coordinates),
  platform: string,
  provider: string,
  service: optional(string),
  status: string,
  health: optional(health),
  projectId: optional(string),
  group: optional(party),
  consumer: optional(party),
  createTime: optional(dateTime),
  updateTime: optional(dateTime),
  metadata: optional(record(unknown)),
  authorizationUrl: optional(string),
}));

/** A connection without the platform's own object: plain data, as JSON holds it. */
export type ConnectionData = Data;
