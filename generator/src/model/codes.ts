/**
 * The closed list of what the model stage can find wrong, each with its severity and what to do about it. A word of
 * the document that ends up neither in the model nor here is a bug.
 */
import type { Problem } from "../diagnostics/diagnostic.js";
import type { Pointer } from "./types.js";

/** The name of a kind of problem. */
export type Code =
  | "ref-missing"
  | "ref-circular"
  | "schema-invalid"
  | "keyword-ignored"
  | "constraint-ignored"
  | "merge-conflict"
  | "merge-endless"
  | "enum-invalid"
  | "const-invalid"
  | "discriminator-ignored"
  | "extension-unsupported"
  | "extension-invalid"
  | "name-missing"
  | "name-duplicate"
  | "parameter-ignored"
  | "parameter-undeclared"
  | "parameter-style"
  | "media-type-ignored"
  | "media-type-as-text"
  | "media-type-unsupported"
  | "header-ignored"
  | "answer-missing"
  | "answer-ignored"
  | "security-unsupported"
  | "security-token"
  | "security-missing"
  | "server-missing"
  | "server-relative"
  | "pages-invalid"
  | "retries-invalid"
  | "path-odd"
  | "feature-unsupported";

const list: Readonly<Record<Code, readonly [Problem["severity"], string]>> = {
  "ref-missing": [
    "warning",
    "Add the missing schema, or correct the reference; the value is typed as unknown.",
  ],
  "ref-circular": ["warning", "Break the circle; what leads back to itself is left out."],
  "schema-invalid": ["warning", "Correct the schema; this part of it is left out."],
  "keyword-ignored": [
    "warning",
    "Nothing needs to be done if the server enforces it; the SDK neither shows nor checks it.",
  ],
  "constraint-ignored": [
    "warning",
    "Nothing needs to be done if the server enforces it; say it in the description as well.",
  ],
  "merge-endless": [
    "warning",
    "Let fewer parts of allOf have members of the same name; the value is typed as unknown.",
  ],
  "merge-conflict": ["warning", "Make the parts of allOf agree; the last one is taken."],
  "enum-invalid": ["warning", "List strings or integers that fit the type of the enum."],
  "const-invalid": ["warning", "Use a string, number, boolean or null; the value is not enforced."],
  "discriminator-ignored": [
    "warning",
    "Give every variant a required string property with a constant of its own, or name it in the mapping; variants are told apart by their shape.",
  ],
  "extension-unsupported": ["warning", "Remove the extension; it has no effect here."],
  "extension-invalid": ["warning", "Correct the value of the extension; it is ignored."],
  "name-missing": [
    "warning",
    "Add an operationId, so that the name does not change with the path.",
  ],
  "name-duplicate": [
    "warning",
    "Give every operation an operationId of its own, so that the names stay the same.",
  ],
  "parameter-ignored": ["warning", "Remove the parameter, or describe it where it belongs."],
  "parameter-undeclared": ["warning", "Declare the path parameter; it is taken for a string."],
  "parameter-style": ["warning", "Use a style that the location allows; the default one is used."],
  "media-type-ignored": ["warning", "Nothing needs to be done if the one that is used is enough."],
  "media-type-as-text": ["warning", "Offer JSON as well; the SDK hands this over as text."],
  "media-type-unsupported": [
    "warning",
    "Offer JSON, text or plain bytes as well; the SDK cannot read or write this one.",
  ],
  "header-ignored": ["warning", "Remove the header; it is set by the transport."],
  "answer-missing": [
    "warning",
    "Describe at least one success response; any success is taken for an empty one.",
  ],
  "answer-ignored": ["warning", "Remove the response; a client never sees it."],
  "security-unsupported": [
    "warning",
    "Add the credentials with a middleware or a transport; the SDK does not know this scheme.",
  ],
  "security-token": [
    "warning",
    "Nothing needs to be done; the SDK sends the token that it is given and fetches none.",
  ],
  "security-missing": [
    "warning",
    "Declare the scheme under components.securitySchemes, or correct its name.",
  ],
  "server-missing": ["warning", "Add a server; until then every user has to pass serverURL."],
  "server-relative": [
    "warning",
    "Write the whole URL; until then every user has to pass serverURL.",
  ],
  "pages-invalid": ["warning", "Correct the extension; the operation is not paged."],
  "retries-invalid": ["warning", "Correct the extension; the default policy is used."],
  "path-odd": [
    "warning",
    "Use a path template without query and fragment; declare parameters instead.",
  ],
  "feature-unsupported": ["warning", "Nothing needs to be done; the SDK is made without it."],
};

/** Every {@link Code}, for tests and documentation. */
export const codes: readonly Code[] = Object.keys(list) as Code[]; // the keys of a literal object

/** Reports a problem at a place. The same one is reported once, however often a shared part is visited. */
export type Note = (code: Code, pointer: Pointer, message: string) => void;

/** An empty list of problems and the function that adds to it. */
export function notebook(): { readonly note: Note; readonly problems: readonly Problem[] } {
  const found = new Map<string, Problem>();
  const problems: Problem[] = [];
  const note: Note = (code, pointer, message) => {
    const key = `${code} ${pointer} ${message}`;
    if (found.has(key)) return;
    const [severity, help] = list[code];
    const problem: Problem = { code, severity, pointer, message, help };
    found.set(key, problem);
    problems.push(problem);
  };
  return { note, problems };
}
