/**
 * Keys of Speakeasy that have no effect here, with the values for which that makes no difference.
 * Only another value is worth a warning.
 */
import type { Json } from "../document/json.js";

/** The key is about other tools, or about files that are no part of the SDK. */
export const FOREIGN: unique symbol = Symbol("foreign");

/**
 * What is known of a key that has no effect: it is foreign, or the values with which Speakeasy does
 * what sdkwright does anyway, or the same for each member of an object.
 */
export type IgnoredKey = typeof FOREIGN | readonly Json[] | IgnoredKeys;

/** Keys that have no effect, by name. */
export interface IgnoredKeys {
  readonly [key: string]: IgnoredKey;
}

/** No value other than an empty one makes no difference. */
const DIFFERENT: readonly Json[] = [];

/** Any value makes no difference. */
const SAME: readonly Json[] = [true, false];

/** Keys of `generation` and of `typescript`: some are in either, depending on the version. */
export const GEN_KEYS: IgnoredKeys = {
  acceptHeaderEnum: [false],
  additionalPackageJSON: DIFFERENT,
  additionalScripts: DIFFERENT,
  alwaysIncludeInboundAndOutbound: SAME,
  apiPromiseHelpers: [false],
  auth: {
    // SDKs whose documents have such flows get tokens in any case.
    oAuth2ClientCredentialsEnabled: SAME,
    oAuth2PasswordEnabled: SAME,
    hoistGlobalSecurity: [true],
  },
  baseErrorName: DIFFERENT,
  clientServerStatusCodesAsErrors: [true],
  compileCommand: FOREIGN,
  constFieldsAlwaysOptional: [false],
  customCasings: DIFFERENT,
  description: DIFFERENT,
  devContainers: FOREIGN,
  documentation: FOREIGN,
  enableMCPServer: [false],
  enableReactQuery: [false],
  eventStreamClassName: ["EventStream"],
  exportZodModelNamespace: [false],
  fixEnumNameSanitization: [false],
  fixes: {
    nameResolutionDec2023: SAME,
    nameResolutionFeb2025: SAME,
    parameterOrderingFeb2024: [true],
    requestResponseComponentNamesFeb2024: SAME,
    securityFeb2025: SAME,
    sharedErrorComponentsApr2025: SAME,
    sharedNestedComponentsJan2026: SAME,
  },
  flatAdditionalProperties: [true],
  flattenRequests: [false],
  flattenSdk: FOREIGN,
  flattenSpecOptions: FOREIGN,
  flatteningOrder: ["parameters-first"],
  formStringArrayEncodeMode: ["array"],
  forwardCompatibleEnumsByDefault: [true],
  forwardCompatibleUnionsByDefault: ["tagged-only"],
  generateExamples: [true],
  hybridAuth: [false],
  imports: {
    option: ["openapi"],
    paths: {
      shared: ["models/components"],
      operations: ["models/operations"],
      errors: ["models/errors"],
      callbacks: FOREIGN,
      webhooks: FOREIGN,
    },
  },
  inferSSEOverload: SAME,
  inferUnionDiscriminators: [true],
  inputModelSuffix: ["input"],
  jsonpath: ["legacy", "rfc9535"],
  legacyFileNaming: [true],
  maintainOpenAPIOrder: [true],
  mcpbManifestOverlay: FOREIGN,
  methodArguments: ["infer-optional-args"],
  methodSignature: ["positional"],
  mockServer: FOREIGN,
  modelPropertyCasing: ["camel"],
  multipartArrayFormat: ["standard"],
  nameOverrideFeb2026: SAME,
  outputModelSuffix: ["output"],
  persistentEdits: DIFFERENT,
  preApplyUnionDiscriminators: [true],
  preserveModelFieldNames: [false],
  privateIdentifierPrefix: FOREIGN,
  requestBodyFieldName: DIFFERENT,
  requestExtras: [false],
  schemas: { allOfMergeStrategy: ["deepMerge"], requestBodyFieldName: DIFFERENT },
  sdkFlattening: SAME,
  sdkHooksConfigAccess: FOREIGN,
  singleTagPerOp: [true],
  skipErrorSuffix: SAME,
  sseFlatResponse: [false],
  tagNamespacingDisabled: [false],
  telemetryEnabled: FOREIGN,
  templateVersion: FOREIGN,
  tests: FOREIGN,
  unionStrategy: ["populated-fields"],
  usageSDKInit: FOREIGN,
  usageSDKInitImports: FOREIGN,
  usageSnippets: FOREIGN,
  useClassNamesForArrayFields: FOREIGN,
  useIndexModules: [true],
  useOxlint: FOREIGN,
  useTsgo: FOREIGN,
  versioningStrategy: FOREIGN,
  webhooks: FOREIGN,
};

/** Other parts of gen.yaml: what Speakeasy keeps there, and other languages. */
export const GEN_SECTIONS: IgnoredKeys = Object.fromEntries(
  [
    "management",
    "features",
    "csharp",
    "docs",
    "go",
    "java",
    "mcp-typescript",
    "php",
    "postman",
    "python",
    "ruby",
    "swift",
    "terraform",
    "unity",
  ].map((key) => [key, FOREIGN]),
);

/** Keys of workflow.yaml. */
export const WORKFLOW_KEYS: {
  readonly top: IgnoredKeys;
  readonly source: IgnoredKeys;
  readonly input: IgnoredKeys;
  readonly overlay: IgnoredKeys;
  readonly target: IgnoredKeys;
} = {
  top: { speakeasyVersion: FOREIGN, dependents: FOREIGN },
  source: {
    output: FOREIGN,
    registry: FOREIGN,
    ruleset: FOREIGN,
    transformations: DIFFERENT,
  },
  input: { alias: FOREIGN, auth: DIFFERENT, authHeader: DIFFERENT, authSecret: DIFFERENT },
  overlay: { authHeader: DIFFERENT, authSecret: DIFFERENT, fallbackCodeSamples: DIFFERENT },
  target: { codeSamples: FOREIGN, deployment: FOREIGN, publish: FOREIGN, testing: FOREIGN },
};
