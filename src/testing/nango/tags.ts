import type { Issue } from "./errors.js";
import type { NangoWireEndUser, NangoWireEndUserInput } from "./wire.js";

const NAME = /^[a-zA-Z][a-zA-Z0-9_\-./]*$/;

/** The tags to store, with their names in lower case, or the issue if they are invalid. */
export function readTags(
  tags: Readonly<Record<string, string>>,
  path: readonly string[],
): Record<string, string> | Issue {
  const entries = Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value] as const);
  const invalid = (message: string): Issue => ({ code: "custom", message, path });
  if (entries.length > 10) return invalid("At most 10 tags");
  if (new Set(entries.map(([key]) => key)).size < entries.length) return invalid("Tags twice");
  const invalidTag = entries.find(
    ([key, value]) => !NAME.test(key) || key.length > 64 || value === "" || value.length > 255,
  );
  if (invalidTag) return invalid(`The tag ${invalidTag[0]} does not fit`);
  const email = Object.fromEntries(entries)["end_user_email"];
  if (email !== undefined && !email.includes("@")) return invalid("end_user_email is no address");
  return Object.fromEntries(entries);
}

/** The tags that describe an end user. */
export function tagsOf({ id, email, display_name }: NangoWireEndUserInput): Record<string, string> {
  return {
    end_user_id: id,
    ...(email !== undefined && { end_user_email: email }),
    ...(display_name !== undefined && { end_user_display_name: display_name }),
  };
}

/** An end user as the API returns it. */
export function endUserOf(given: NangoWireEndUserInput): NangoWireEndUser {
  const { id, email = null, display_name = null, tags = null } = given;
  return { id, email, display_name, tags, organization: null };
}
