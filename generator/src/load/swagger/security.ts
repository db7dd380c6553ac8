import { type Json, type JsonObject, isObject, member, without } from "../../document/json.js";

/** The names of the flows in OpenAPI 3. */
const FLOWS: Readonly<Record<string, string>> = {
  accessCode: "authorizationCode",
  application: "clientCredentials",
};

/** A security scheme as OpenAPI 3 has it. */
export function securitySchemeOf(scheme: Json): Json {
  if (!isObject(scheme)) return scheme;
  const type = member(scheme, "type");
  if (type === "basic") return { ...scheme, type: "http", scheme: "basic" };
  if (type !== "oauth2") return scheme;
  const flow = member(scheme, "flow");
  const urls = ["authorizationUrl", "tokenUrl"].flatMap((key): [string, Json][] => {
    const url = member(scheme, key);
    return url === undefined ? [] : [[key, url]];
  });
  const name = typeof flow === "string" ? (FLOWS[flow] ?? flow) : undefined;
  return {
    ...without(scheme, "flow", "authorizationUrl", "tokenUrl", "scopes"),
    flows: name === undefined ? {} : { [name]: flowOf(urls, member(scheme, "scopes")) },
  };
}

function flowOf(urls: readonly [string, Json][], scopes: Json | undefined): JsonObject {
  return { ...Object.fromEntries(urls), scopes: scopes ?? {} };
}
