import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { append } from "./pointer.js";
import type { Document } from "./types.js";

/** Every path starts with a slash: requests to any other would go to the wrong URL. */
export function checkPaths({ paths }: Document): readonly Diagnostic[] {
  return Object.keys(paths)
    .filter((path) => !path.startsWith("/") && !path.startsWith("x-"))
    .map((path) =>
      diagnostic(
        "path-without-slash",
        append("/paths", path),
        `The path \`${path}\` does not start with a slash.`,
        `Write \`/${path.replace(/^\.?\/*/, "")}\`.`,
      ),
    );
}
