import * as z from "zod";
import { dateTime, define } from "../../lib/zod/classic.js";
import type { ConnectionHealth, HealthReason } from "../vocabulary/health.js";
import { absent, coordinate, filter } from "./members.js";

/** Your customer or person, and a name to show. */
export const ConnectionParty = /* @__PURE__ */ define(() =>
  z.looseObject({ ref: z.string(), name: z.string().optional() }),
);

/**
 * The coordinates of a connection: what to store, and what every verb for one connection takes.
 * What a later version adds is kept.
 */
export const Coordinates = /* @__PURE__ */ define(() =>
  z.looseObject({
    platform: z.string(),
    version: z.literal(1),
    projectIdOrName: filter,
    groupRef: filter,
    consumerRef: filter,
    provider: filter,
    connectionId: coordinate,
  }),
);

/** The members of a connection whose form does not differ in JSON. */
const members = /* @__PURE__ */ define(() => ({
  type: z.literal("connection"),
  id: z.string(),
  coordinates: Coordinates.optional(),
  platform: z.string(),
  provider: z.string(),
  service: z.string().optional(),
  status: z.string(),
  projectId: z.string().optional(),
  group: ConnectionParty.optional(),
  consumer: ConnectionParty.optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  authorizationUrl: z.string().optional(),
}));

/** The words that this version knows, in the type. Those that a later one adds are kept. */
const health = /* @__PURE__ */ define(() => ({
  reason: (z.string() as unknown as z.ZodType<HealthReason>).optional(),
  needs: (z.string() as unknown as z.ZodType<NonNullable<ConnectionHealth["needs"]>>).optional(),
}));

/** A connection without the platform's own object. */
export const ConnectionData = /* @__PURE__ */ define(() =>
  z.looseObject({
    ...members,
    health: z.looseObject({ ...health, since: z.date().optional() }).optional(),
    createTime: z.date().optional(),
    updateTime: z.date().optional(),
  }),
);

/**
 * {@link ConnectionData} and its JSON. Use it where a connection arrives as JSON, in a browser or
 * from a queue: `z.decode` turns the times back into Dates.
 */
export const ConnectionDataWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    ...members,
    health: z.looseObject({ ...health, since: dateTime.optional() }).optional(),
    createTime: dateTime.optional(),
    updateTime: dateTime.optional(),
  }),
);

/** The state of a connection before a customer signed in. */
const before = /* @__PURE__ */ define(() =>
  z.record(z.string(), z.looseObject({ status: z.string(), revision: absent(z.string()) })),
);

/** What `waitFor` follows: plain JSON without secrets, to store while the customer is away. */
export const SignInSession = /* @__PURE__ */ define(() =>
  Coordinates.extend({ connectionId: filter, before }),
);

/** Where a customer signs in. The URL contains a one-time secret. */
export const SignIn = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("signIn"),
    authorizationUrl: z.string(),
    expireTime: z.date().optional(),
    session: SignInSession.optional(),
  }),
);

/** {@link SignIn} and its JSON. */
export const SignInWire = /* @__PURE__ */ define(() =>
  SignIn.extend({ expireTime: dateTime.optional() }),
);
