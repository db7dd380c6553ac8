import { type JsonObject, isList, member } from "../../document/json.js";
import { type Pointer, append } from "../../document/pointer.js";
import type { UpgradeContext } from "./context.js";

/**
 * The servers of `host`, `basePath` and `schemes`. `undefined` for an operation that has no schemes
 * of its own. HTTPS comes first where both are offered: the first server is the default.
 */
export function serversOf(
  { document, moves }: UpgradeContext,
  source: JsonObject,
  pointer: Pointer,
): readonly JsonObject[] | undefined {
  const host = stringIn(document, "host").replace(/\/+$/, "");
  const basePath = stringIn(document, "basePath").replace(/^(?!\/|$)/, "/");
  const isDocument = source === document;
  const listed = member(source, "schemes");
  const schemes = isList(listed) ? ["https", "http"].filter((name) => listed.includes(name)) : [];
  if (!isDocument && (host === "" || schemes.length === 0)) return undefined;
  if (host === "" && basePath === "") return undefined;
  const key = isDocument ? (host === "" ? "basePath" : "host") : "schemes";
  moves.add(append(pointer, key), append(pointer, "servers"));
  if (host === "") return [{ url: basePath }];
  // Some documents name the scheme in the host.
  if (/^https?:\/\//i.test(host)) return [{ url: host + basePath }];
  const names = schemes.length > 0 ? schemes : ["https"];
  return names.map((scheme) => ({ url: `${scheme}://${host}${basePath}` }));
}

function stringIn(value: JsonObject, key: string): string {
  const found = member(value, key);
  return typeof found === "string" ? found.trim() : "";
}
