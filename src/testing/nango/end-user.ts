import type { NangoWireEndUser, NangoWireEndUserInput } from "./wire.js";

/** The tags that describe an end user. Its own tags are left out if there would be too many. */
export function tagsOf(endUser: NangoWireEndUserInput | undefined): Record<string, string> {
  if (!endUser) return {};
  const { id, email, display_name, tags = {} } = endUser;
  const base = {
    end_user_id: id,
    ...(email !== undefined && { end_user_email: email }),
    ...(display_name && { end_user_display_name: display_name }),
  };
  const own = Object.entries(tags).map(([name, value]) => [name.toLowerCase(), value] as const);
  const all: Record<string, string> = { ...base, ...Object.fromEntries(own) };
  return Object.keys(all).length > 10 ? base : all;
}

/** An end user as the API returns it. */
export function endUserOf(given: NangoWireEndUserInput): NangoWireEndUser {
  const { id, email = null, display_name, tags = null } = given;
  return { id, email, display_name: display_name || null, tags, organization: null };
}
