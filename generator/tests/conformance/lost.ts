/** Reasons by the start of the names of scenarios. */
type Reasons = readonly (readonly [start: string, reason: string])[];

/** Scenarios that OpenAPI cannot express, so that TypeSpec's documents have lost them. */
const LOST: Reasons = [
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

/** Scenarios whose documents say something else than the server expects. OpenAPI could say it. */
const WRONG: Reasons = [
  [
    "Encode_Bytes_RequestBody_base64url",
    "the document says `contentEncoding: base64`; the server expects base64url",
  ],
  [
    "Payload_Xml_ModelWithSimpleArraysValue_put",
    "the document does not say `wrapped: true` for the lists, nor the names of their items",
  ],
  [
    "Payload_Xml_ModelWithArrayOfModelValue_put",
    "the document does not say `wrapped: true` for the list, nor the name of its items",
  ],
  [
    "Payload_Xml_ModelWithEmptyArrayValue_put",
    "the document does not say `wrapped: true` for the list",
  ],
  [
    "Payload_Xml_ModelWithTextValue_put",
    "the document has an element for what is the text of another one",
  ],
];

/** Why a scenario cannot be expressed in OpenAPI, or `undefined` if it can. */
export function lossOf(name: string): string | undefined {
  return find(LOST, name);
}

/** What is wrong with the document of a scenario that fails. */
export function faultOf(name: string): string | undefined {
  return find(WRONG, name);
}

function find(reasons: Reasons, name: string): string | undefined {
  return reasons.find(([start]) => name.startsWith(start))?.[1];
}
