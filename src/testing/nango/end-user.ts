import type {
  NangoWireEndUser,
  NangoWireEndUserInput,
  NangoWireOrganizationInput,
} from "./wire.js";

/**
 * The tags that describe an end user and its organization. Its own tags are left out if there would
 * be too many.
 */
export function tagsOf(
  endUser: NangoWireEndUserInput | undefined,
  organization?: NangoWireOrganizationInput | undefined,
): Record<string, string> {
  const base = withoutEmpty({
    end_user_id: endUser?.id,
    end_user_email: endUser?.email,
    end_user_display_name: endUser?.display_name,
    organization_id: organization?.id,
    organization_display_name: organization?.display_name,
  });
  const own = Object.entries(endUser?.tags ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const all: Record<string, string> = { ...base, ...Object.fromEntries(own) };
  return Object.keys(all).length > 10 ? base : all;
}

function withoutEmpty(tags: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** An end user as the API returns it. */
export function endUserOf(given: NangoWireEndUserInput): NangoWireEndUser {
  const { id, email = null, display_name, tags = null } = given;
  return { id, email, display_name: display_name || null, tags, organization: null };
}
