import { InvalidRequestError } from "../../lib/index.js";
import { invalidRequest } from "./invalid-request.js";
import type { VerbName } from "./verb-names.js";

/** The names of the coordinates, the members that identify connections on any platform. */
export type CoordinateName =
  | "projectIdOrName"
  | "groupRef"
  | "consumerRef"
  | "provider"
  | "connectionId";

/**
 * What identifies a connection on its platform, as plain JSON: the thing to store. Pass it to every
 * verb that takes one connection. `id` alone identifies nothing: most platforms need more.
 */
export interface Coordinates {
  /** The name of the platform. A verb of another platform refuses these coordinates. */
  platform: string;
  /** The version of this form. */
  version: 1;
  /** The project, on platforms that have them. */
  projectIdOrName?: string;
  /** The customer, where the platform needs it to find the connection (Codat). */
  groupRef?: string;
  /** The person, where the platform needs it to find the connection. */
  consumerRef?: string;
  /** The service or integration, where the platform needs it to find the connection. */
  provider?: string;
  /** The id of the connection. */
  connectionId: string;
}

/**
 * The two members of stored {@link Coordinates} that name their platform. Every verb for one
 * connection accepts them, and checks them.
 */
export interface OfPlatform<Name extends string> {
  /** The platform of stored coordinates. Refused if it is another one. */
  platform?: Name;
  /** The version of stored coordinates. */
  version?: 1;
}

/**
 * The coordinates that each verb of a platform takes. A request with another one is refused,
 * instead of being sent without it.
 */
export type PlatformCoordinates = { readonly [V in VerbName]?: readonly CoordinateName[] } & {
  /** What the verbs for one connection take that are not listed here. */
  readonly connection: readonly CoordinateName[];
};

/** The names of all coordinates. */
export const NAMES: readonly CoordinateName[] = [
  "projectIdOrName",
  "groupRef",
  "consumerRef",
  "provider",
  "connectionId",
];

/**
 * Checks the coordinates of a request, whatever its type is, before a verb reads it.
 *
 * @param platform - The name of the platform.
 * @param takes - What the verbs of the platform take, if it says so.
 * @param verb - The name of the verb.
 * @param request - The request as it was passed.
 * @returns The request without the members of {@link OfPlatform}.
 * @throws InvalidRequestError for coordinates of another platform, and for a coordinate that the
 * platform cannot honor. SDKValidationError for one without a value: as a filter it would select
 * the connections of every customer.
 */
export function checkCoordinates(
  platform: string,
  takes: PlatformCoordinates | undefined,
  verb: VerbName,
  request: unknown,
): unknown {
  if (typeof request !== "object" || request === null) return request;
  // First, because another platform has other coordinates.
  const place = withoutPlatform(platform, request);
  const known = takes?.[verb] ?? takes?.connection ?? NAMES;
  for (const name of NAMES) {
    if (!(name in request)) continue;
    const value = (request as { readonly [N in CoordinateName]?: unknown })[name];
    if (value === undefined || value === null || value === "")
      throw invalidRequest(
        request,
        [name],
        `expected a value, received ${value === "" ? "an empty string" : value}. Leave the member out if it is not needed`,
      );
    if (!known.includes(name)) {
      const taken = known.length > 0 ? `It takes ${known.join(", ")}` : "It takes no coordinates";
      throw new InvalidRequestError(
        `${name}: "${verb}" on ${platform} cannot take it into account. ${taken}`,
      );
    }
  }
  for (const key of Object.keys(request)) {
    const name = coordinateOf(key);
    if (name && name !== key) throw new InvalidRequestError(`${key}: expected ${name} instead`);
  }
  const extra: unknown = (request as { readonly extra?: unknown }).extra;
  for (const key of Object.keys(Object(extra) as object)) {
    const name = coordinateOf(key);
    // The id beside extra wins. Lists have none, and Nango's takes one in extra as a filter.
    const wins = name === "connectionId" && (verb === "list" || "connectionId" in request);
    if (name && name !== "provider" && !wins)
      throw new InvalidRequestError(`extra.${key}: pass ${name} beside extra, not in it`);
  }
  return place;
}

/**
 * The coordinate that a member could be for a server: some read names in any case, and members
 * that the SDK does not know are sent as they are.
 */
function coordinateOf(key: string): CoordinateName | undefined {
  const plain = key.replaceAll("_", "").toLowerCase();
  return NAMES.find((name) => name.toLowerCase() === plain);
}

function withoutPlatform(platform: string, request: object): object {
  if (!("platform" in request || "version" in request)) return request;
  const { platform: of, version, ...rest } = request as Partial<Record<string, unknown>>;
  if (of !== platform) {
    const given = typeof of === "string" ? `of ${of}` : "without the name of a platform";
    throw new InvalidRequestError(
      `platform: the coordinates are ${given}, but the SDK is for ${platform}`,
    );
  }
  if (version !== 1)
    throw new InvalidRequestError(
      "version: expected coordinates of version 1. Update connections-sdk to read newer ones",
    );
  return rest;
}
