import { invalidRequest } from "../../vocabulary/invalid-request.js";
import { membersOf, partyOf, recordOf, stringOf } from "../../vocabulary/read.js";
import type { ConnectionParty } from "../../vocabulary/connection.js";
import type {
  EndUser,
  Organization,
} from "../../../platforms/nango/models/components/connections.js";
import type { NangoConnection } from "./types.js";

/** Nango's tags: strings by name. */
type Tags = Record<string, string>;

/**
 * The tags that say whose connection it is. Nango has them in place of the end user, which it has
 * deprecated, and copies an end user to them.
 *
 * @see https://nango.dev/docs/guides/platform/tags
 */
const GROUP = "organization_id";
const GROUP_NAME = "organization_display_name";
const CONSUMER = "end_user_id";
const CONSUMER_NAME = "end_user_display_name";

/** The names of all of them. */
const PARTY = /^(end_user|organization)_/i;

/** The tags of a customer and a person. */
export function tagsOf(request: {
  readonly groupRef?: string;
  readonly consumerRef?: string;
}): Tags {
  const { groupRef, consumerRef } = request;
  return {
    ...(groupRef !== undefined && { [GROUP]: groupRef }),
    ...(consumerRef !== undefined && { [CONSUMER]: consumerRef }),
  };
}

/** All tags of a connection, with those that only its end user says. */
export function allTagsOf(raw: NangoConnection): Tags {
  const { group, consumer } = partiesOf(raw);
  const parties = tagsOf({
    ...(group && { groupRef: group.ref }),
    ...(consumer && { consumerRef: consumer.ref }),
  });
  return validTagsIn({ ...parties, ...recordOf(membersOf(raw).tags) });
}

/** The tags that the server would accept: whatever is read must not spoil what is sent. */
function validTagsIn(tags: unknown): Tags {
  const entries = Object.entries(recordOf(tags) ?? {});
  return Object.fromEntries(
    entries.filter(([, value]) => typeof value === "string" && value !== ""),
  ) as Tags;
}

/**
 * The tags of a request that replaces those of a connection. Whose the connection is stays as it
 * is, unless the request says otherwise.
 */
export function mergedTags(
  request: {
    readonly groupRef?: string;
    readonly consumerRef?: string;
    readonly extra?: { readonly tags?: Tags | undefined } | undefined;
  },
  held: Tags = {},
): Tags {
  refuseEndUser(request);
  const tags = request.extra?.tags;
  if (tags !== undefined && !recordOf(tags)) return tags; // as it is, for the operation to refuse
  const given = tags && Object.fromEntries(Object.entries(tags).map(inLowerCase));
  const changed = { ...given, ...tagsOf(request) };
  const stays = ([name]: readonly [string, string]): boolean => {
    const [, party] = PARTY.exec(name) ?? [];
    if (party === undefined) return given === undefined;
    const id = `${party}_id`;
    // The name and address of another person would be wrong.
    return changed[id] === undefined || changed[id] === held[id];
  };
  return { ...Object.fromEntries(Object.entries(held).filter(stays)), ...changed };
}

/** The members of Nango's API that name customers as well, which it has deprecated. */
const END_USER = /^end_?user(_?organization)?(_?id)?$/i;

function refuseEndUser(request: { readonly extra?: object | undefined }): void {
  for (const name of Object.keys(request.extra ?? {}))
    if (END_USER.test(name))
      throw invalidRequest(request, ["extra", name], "expected groupRef or consumerRef instead");
}

/** Nango's server stores names in lower case, so that `Organization_Id` is a customer as well. */
function inLowerCase([name, value]: readonly [string, string]): [string, string] {
  return [PARTY.test(name) ? name.toLowerCase() : name, value];
}

/** The customer and the person that a connection belongs to. */
export function partiesOf(raw: NangoConnection): {
  readonly group: ConnectionParty | undefined;
  readonly consumer: ConnectionParty | undefined;
} {
  const connection = membersOf(raw);
  const tags = recordOf(connection.tags) ?? {};
  const endUser = membersOf(connection.endUser as EndUser | undefined);
  const organization = membersOf(endUser.organization as Organization | undefined);
  const party = (tag: string, nameTag: string, ref: unknown, name: unknown) => {
    const id = stringOf(tags[tag]);
    // A name belongs to the id that it comes with.
    const isSame = id === undefined || id === stringOf(ref);
    return partyOf(id ?? ref, tags[nameTag] ?? (isSame ? name : undefined));
  };
  return {
    group: party(GROUP, GROUP_NAME, organization.id, organization.displayName),
    consumer: party(CONSUMER, CONSUMER_NAME, endUser.id, endUser.displayName),
  };
}
