/**
 * Names and words that are not used any more, and what to say instead. Terms of HTTP, OpenAPI and
 * TypeScript took their place.
 */

/** A part of the repository whose declarations are checked. */
export type Area = "src" | "generator" | "tests" | "scripts";

/** The folders of each area. */
export const areas: Readonly<Record<Area, readonly string[]>> = {
  src: ["src"],
  generator: ["generator/src"],
  tests: ["tests", "generator/tests"],
  scripts: ["scripts"],
};

/** A name that nothing may be declared with. */
export interface RetiredName {
  /** What may not have it. */
  readonly as:
    | "word" // a word of an identifier, a file or a folder, in any case: `getAnswer`
    | "identifier" // a whole identifier
    | "type" // a whole type
    | "file"; // a whole file or folder, without its extension
  readonly name: string;
  readonly instead: string;
  readonly areas: readonly Area[];
}

const everywhere = ["src", "generator", "tests", "scripts"] as const;
const sources = ["src", "generator"] as const;

/** Every retired name. */
export const retiredNames: readonly RetiredName[] = [
  ...words(everywhere, {
    answer: "response, returns, responds",
    answers: "responses",
    answered: "responded",
    answering: "responding",
    mask: "redact",
    masks: "redacts",
    masked: "redacted",
    misfit: "invalidRequest",
    notebook: "report",
    arm: "variant",
    arms: "variants",
    surroundings: "environment",
  }),
  ...identifiers(everywhere, {
    Reply: "TransportResponse",
    Received: "ReceivedResponse",
    unsafe: "idempotent",
    plainError: "apiError",
    performList: "runList",
    Ender: "LightAbortController",
    passFor: "impersonate",
  }),
  ...identifiers(["src"], { over: "mergeOptions" }),
  ...identifiers(sources, {
    nothing: "asVoid",
    perform: "runVerb",
  }),
  ...types(["generator"], {
    Problem: "Diagnostic",
    Note: "Diagnostic",
    Place: "SchemaLocation, TypeContext, PageRef, ...",
    Site: "a name of its own for each",
  }),
  ...files(everywhere, {
    circles: "self-references",
    cycles: "strongly-connected",
  }),
  ...files(["generator"], {
    excess: "size-limit",
    reach: "usage",
    stems: "operation-names",
    tags: "discriminator-values",
    tidy: "normalize",
    words: "docs",
  }),
  ...files(["src"], { description: "spec" }),
];

/** A name that stays although a retired one is part of it. */
export interface KeptName {
  readonly name: RegExp;
  /** The files in which it stays. Defaults to all. */
  readonly within?: RegExp;
}

/** Names from the wire, and tests that are about retired names. */
export const keptNames: readonly KeptName[] = [
  // The parameter of Ampersand that names the fields to update.
  { name: /updateMask/i },
  { name: /mask/i, within: /\/ampersand\// },
  // Names of 0.1.0 beside those of today.
  { name: /^/, within: /^tests\/package\/compatibility\.ts$/ },
];

/** A word that comments, messages and pages do not use. */
export interface RetiredWord {
  readonly word: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

/** Every retired word. */
export const retiredWords: readonly RetiredWord[] = [
  { word: "layer 1", pattern: /\blayer 1\b/gi, instead: "the unified API" },
  { word: "layer 2", pattern: /\blayer 2\b/gi, instead: "the platform SDKs" },
  { word: "answer", pattern: /\banswer(?:s|ed|ing)?\b/gi, instead: "response, returns, responds" },
  { word: "texts", pattern: /\btexts\b/gi, instead: "strings" },
  { word: "unforeseen", pattern: /\bunforeseen\b/gi, instead: "unexpected" },
  { word: "misfit", pattern: /\bmisfit\b/gi, instead: "invalid request" },
  { word: "notebook", pattern: /\bnotebook\b/gi, instead: "report" },
];

/**
 * Phrases in which a retired word says what it says everywhere else. They match the words around
 * it.
 */
export const keptPhrases: readonly RegExp[] = [
  /\bquestions?\b/i, // which have answers
];

type Replacements = Readonly<Record<string, string>>;

function words(areas: readonly Area[], names: Replacements): RetiredName[] {
  return list("word", areas, names);
}

function identifiers(areas: readonly Area[], names: Replacements): RetiredName[] {
  return list("identifier", areas, names);
}

function types(areas: readonly Area[], names: Replacements): RetiredName[] {
  return list("type", areas, names);
}

function files(areas: readonly Area[], names: Replacements): RetiredName[] {
  return list("file", areas, names);
}

function list(as: RetiredName["as"], areas: readonly Area[], names: Replacements): RetiredName[] {
  return Object.entries(names).map(([name, instead]) => ({ as, name, instead, areas }));
}
