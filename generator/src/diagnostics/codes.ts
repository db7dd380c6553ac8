/**
 * Every diagnostic that the generator reports, with what to do about it. The help is a default:
 * where it needs a value, such as the nearest known name, the place that reports it gives its own.
 */

/**
 * Diagnostics that end the run before anything is written. In the document, they are warnings where
 * the rest can do without the part that has the error.
 */
const errors = {
  // Files
  "file-missing": "Check the name. A path is relative to the file that names it.",
  "file-unreadable": "Check the name and the permissions.",
  "file-empty": "Put an OpenAPI or Swagger 2.0 document there, in YAML or JSON.",
  "file-not-utf8": "Save the file as UTF-8.",
  "file-not-openapi": "Save the raw document instead of the page that displays it.",
  "syntax-error": "Correct the syntax. A YAML or JSON validator reports the same position.",
  "document-too-large": "Split it into several documents.",
  "remote-not-allowed":
    "Pass --allow-remote, or save a copy next to the document and refer to that.",
  "protocol-unsupported": "Refer to a local file, or to an http or https URL.",
  "version-unsupported":
    'Use a document with `openapi: 3.0.x`, 3.1.x or 3.2.x at the top, or with `swagger: "2.0"`.',
  "input-conflict": "Change one of the inputs with an overlay, or rename it in one of them.",
  "overlay-invalid":
    "See https://spec.openapis.org/overlay/v1.0.0.html, or remove the file from `overlays` in workflow.yaml.",
  "overlay-target-invalid": "Use a JSONPath (RFC 9535) such as `$.paths['/users'].get`.",
  "overlay-type-mismatch":
    "Select the object that has the member, and set the member in the update.",
  "runtime-missing": "Reinstall sdkwright: its package has a `runtime` folder.",
  // References
  "ref-unresolved": "Correct the reference, or add what it points to.",
  "ref-circular": "Write out one of the objects instead of referring to it.",
  "ref-wrong-kind": "Point to an object in the matching section of `components`.",
  "ref-misplaced": "List the names here, each with a `$ref` of its own.",
  "ref-outside":
    "Copy the file into the folder, or pass --allow-outside if you trust the document.",
  "ref-to-local-file": "Save a copy of the document and check what it refers to.",
  // The document
  "type-mismatch": "Correct the value, or remove the member.",
  "member-missing": "Add the member.",
  "schema-type-unknown":
    "Use string, number, integer, boolean, object, array or null, and `format` for the rest.",
  "path-without-slash": "Start the path with a slash.",
  // Configuration
  "workflow-missing":
    "Run the command in a folder that has one, or pass --schema FILE and --out DIR.",
  "target-unknown": "Choose a target that workflow.yaml lists.",
  "config-version-unsupported": "Use `workflowVersion: 1.0.0`.",
  "config-key-missing": "Add the key.",
  "config-value-invalid": "Correct the value, or remove the key to use the default.",
  "config-language-unsupported":
    "Use `target: typescript`, or select the TypeScript target with --target.",
  "config-source-unknown": "Add it to `sources`.",
  // The output
  "path-outside": "Check the names and folders in gen.yaml: every file stays in the output folder.",
  "path-not-portable":
    "Rename it with `x-speakeasy-name-override`, or use another folder in gen.yaml.",
  "path-conflict": "Rename one of the two with `x-speakeasy-name-override`.",
  "file-not-owned":
    "Move or delete it, list it in .genignore to keep it, or generate into another folder.",
  "file-of-another-target": "Give each target its own folders (`typescript.embed` in gen.yaml).",
  "lock-invalid":
    "If another generator wrote it, delete it and the files that it generated. Otherwise restore it.",
  "region-invalid":
    "Open a region with `// #region NAME` and close it with `// #endregion NAME`. NAME is imports, sdk-class-body or module-body, each once in a file.",
  "region-misplaced":
    "Move the code to another region or to a file of your own, and delete the region.",
  "region-disabled":
    "Remove `enableCustomCodeRegions: false` from gen.yaml, or move the code to a file of your own and delete the region.",
  "suggestions-edited":
    "Pass --force to replace it, or --overlay FILE to write the suggestions to another file.",
  "write-failed": "Check the disk and run the command again.",
} as const;

/**
 * Diagnostics that name what the SDK cannot express, or what had to be guessed. The run goes on.
 */
const warnings = {
  // Files
  "number-inexact":
    "Write it as a string if it is one. JavaScript has 64-bit floating-point numbers, exact to 15 digits.",
  "version-newer": "Update the generator. What the newer version adds is ignored.",
  "dialect-unknown": "Its schemas are read as JSON Schema 2020-12.",
  "component-renamed": "Rename one of the two, or set `x-speakeasy-name-override` on it.",
  "overlay-no-match": "Adapt the target to the current document, or remove the action.",
  "overlay-action-empty": "Add one of them, or remove the action.",
  // Schemas
  "key-misspelled": "Correct the key. Custom keys start with `x-`.",
  "string-unquoted": "Put the value in quotes.",
  "ref-missing": "Add the missing object, or correct the reference. The value is typed as unknown.",
  "schema-circular": "Break the cycle. The reference that closes it is ignored.",
  "schema-invalid": "Correct the schema. This part of it is ignored.",
  "merge-conflict": "Make the parts of `allOf` agree. The last one wins.",
  "merge-too-deep":
    "Let fewer parts of `allOf` have members of the same name. The value is typed as unknown.",
  "enum-invalid": "List strings or integers that match the type of the enum.",
  "const-invalid": "Use a string, number, boolean or null. The value is not enforced.",
  "discriminator-ignored":
    "Give every variant a required string property with its own constant, or list it in the mapping. Variants are told apart by their shape.",
  // Operations
  "operation-id-missing": "Add an operationId, so that the name does not change with the path.",
  "operation-id-duplicate":
    "Give every operation its own operationId, so that the names stay the same.",
  "method-invalid": "Use a token such as `PURGE`. The operation is left out.",
  "tag-parent-invalid":
    "Declare the parent in `tags`, and no circle of parents. Until then the tag has no parent.",
  "path-invalid":
    "Declare query parameters instead. Until then, a value in the query is the only one that its parameter allows.",
  "parameter-undeclared": "Declare the path parameter. It is typed as a string.",
  "parameter-ignored": "Remove the parameter, or describe it where it belongs.",
  "parameter-style": "Use a style that the location allows. The default style is used.",
  "style-undefined":
    "Use `content: application/json` in place of `schema`, or `style: deepObject` in a query or form.",
  "file-in-json":
    "Send files in a multipart body, or declare `format: byte` for base64. A string is sent as it is.",
  "header-ignored": "Remove the header. The transport sets it.",
  "body-ignored":
    "Declare what the server needs as parameters. GET and HEAD requests cannot have a body in `fetch`, and TRACE requests nowhere.",
  "body-not-portable":
    "Declare a POST operation as well. Until then, users have to set `httpClient` to a `NodeHTTPClient` or a transport of their own.",
  "media-type-ignored": "No change is needed if the media type in use is enough.",
  "media-type-as-string": "Offer JSON as well. The SDK returns this media type as a string.",
  "media-type-unsupported":
    "Offer JSON, text or binary data as well. The SDK cannot read or write this media type.",
  "response-missing":
    "Describe at least one success response. Until then any 2xx response counts as one without a body.",
  "response-ignored":
    "Use a status code such as 200, a range such as 4XX, or default. The response is ignored.",
  "pagination-invalid": "Correct the extension. The operation is not paginated.",
  "retries-invalid": "Correct the extension. The default retry policy is used.",
  // Security and servers
  "security-unsupported":
    "Send the credentials from a middleware or a custom transport. The SDK does not support this scheme.",
  "security-undeclared":
    "Declare the scheme under `components.securitySchemes`, or correct its name. The requirement is ignored.",
  "oauth-flow-invalid":
    "Correct the flow. Until then users pass access tokens that they get elsewhere.",
  "server-missing": "Add a server. Until then every user has to pass `serverURL`.",
  "server-variable-undeclared":
    "Declare it under `variables` with a default. Until then every user has to pass it.",
  "server-relative": "Use an absolute URL. Until then every user has to pass `serverURL`.",
  // Extensions
  "extension-unsupported": "Remove the extension. It has no effect here.",
  "extension-invalid": "Correct the value of the extension. It is ignored.",
  // Configuration
  "config-key-ignored": "Remove it if no other generator reads the file.",
  "config-key-unknown": "Correct the key, or remove it.",
  "config-operation-unknown": "Use the operationId of an operation, or remove the key.",
  "config-value-ignored": "Remove the key, or set it to the supported value.",
  // The output
  "file-edited":
    "Change the document, an overlay or gen.yaml instead, or list the file in .genignore to keep your version.",
  "region-orphaned":
    "Move the code to the region of another file, then delete this file. Until then it is not generated, and may not compile.",
  "stale-file-edited": "Delete it if you do not need it.",
  "staging-left": "Delete it. It has copies of generated files and nothing else.",
} as const;

/**
 * Diagnostics about what makes no difference to the SDK, or what is up to somebody else, such as
 * the server. Nothing has to be done.
 */
const notes = {
  // The document
  "keyword-outdated": "Use the keyword of OpenAPI 3.1.",
  "keyword-ignored":
    "No change is needed if the server enforces it. The SDK neither shows nor checks it.",
  "constraint-ignored":
    "No change is needed if the server enforces it. Mention it in the description as well.",
  // Security
  "security-in-transport":
    "No change is needed. Users pass a transport with the certificate: a `NodeHTTPClient` with a dispatcher of its own, or a `fetcher`.",
  "security-flow-ignored":
    "No change is needed. The SDK sends the access token that you pass and does not fetch one.",
  // Extensions
  "feature-unsupported": "No change is needed. The SDK is generated without it.",
  "suggestions-available":
    "Run the command with --suggest, which writes them as an overlay for you to edit.",
  // Configuration
  "config-key-foreign": "No change is needed. Other tools may read the key.",
} as const;

/** The code of a diagnostic that ends the run. */
export type ErrorCode = keyof typeof errors;

/** The code of a diagnostic with which the run goes on. */
export type WarningCode = keyof typeof warnings;

/** The code of a diagnostic that is only shown on demand. */
export type NoteCode = keyof typeof notes;

/** The kind of a diagnostic: stable, to search for and to test against. */
export type Code = ErrorCode | WarningCode | NoteCode;

/**
 * An `error` ends the run before anything is written. A `warning` names something that the output
 * does otherwise than the input says. A `note` is for information only.
 */
export type Severity = "error" | "warning" | "note";

/** How severe a kind of diagnostic is, and what to do about it unless the diagnostic says more. */
export interface CodeInfo {
  readonly severity: Severity;
  readonly help: string;
}

/** The catalog of all diagnostics. */
export const codes: Readonly<Record<Code, CodeInfo>> = Object.fromEntries([
  ...Object.entries(errors).map(([code, help]) => [code, { severity: "error", help }]),
  ...Object.entries(warnings).map(([code, help]) => [code, { severity: "warning", help }]),
  ...Object.entries(notes).map(([code, help]) => [code, { severity: "note", help }]),
]) as Record<Code, CodeInfo>; // the entries of the three lists, whose keys are the codes
