import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, isObject, member } from "./json.js";
import { append } from "./pointer.js";

/** Every path starts with a slash: requests to any other would go to the wrong URL. */
export function checkPaths(document: Json): readonly Diagnostic[] {
  const paths = isObject(document) ? member(document, "paths") : undefined;
  if (!isObject(paths)) return [];
  return Object.keys(paths)
    .filter((path) => isObject(paths[path]) && !path.startsWith("/") && !path.startsWith("x-"))
    .map((path) =>
      diagnostic(
        "path-without-slash",
        append("/paths", path),
        `The path \`${path}\` does not start with a slash.`,
        `Write \`/${path.replace(/^\.?\/*/, "")}\`.`,
      ),
    );
}
