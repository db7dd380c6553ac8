/** Scenarios that TypeSpec's documents have lost, by the start of their names, with the reason. */
const LOST: readonly (readonly [string, string])[] = [
  [
    "Parameters_Path_optional",
    "OpenAPI has no optional path parameters: the document has `/parameters/path/optional{name}`, without a slash and required",
  ],
  [
    "Routes_PathParameters_ReservedExpansion_",
    "OpenAPI 3.1 has no reserved expansion in paths (RFC 6570 `{+param}`): the document has `{param}`, in which a slash is encoded",
  ],
  [
    "Routes_PathParameters_PathExpansion_",
    "OpenAPI has no path expansion (RFC 6570 `{/param}`): the document has `{param}`, without the slash",
  ],
  [
    "Routes_QueryParameters_QueryContinuation_",
    "OpenAPI has no queries in paths (RFC 6570 `?fixed=true{&param}`): the document does not have the operation",
  ],
];

/** Why a scenario cannot be expressed in OpenAPI, or `undefined` if it can. */
export function lossOf(name: string): string | undefined {
  return LOST.find(([start]) => name.startsWith(start))?.[1];
}
