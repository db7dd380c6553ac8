/**
 * `connections-sdk/platform`: everything that a platform of your own needs to take part in the unified API. See
 * `docs/platforms.md` for a whole one.
 */
export {
  APIPromise,
  type Client,
  type ClientError,
  type ClientOptions,
  PagedResult,
} from "../lib/index.js";
export type { RequestOptions, Result } from "../lib/index.js";
export {
  type CredentialsOf,
  type CredentialsType,
  checkCredentials,
} from "./vocabulary/check-credentials.js";
export {
  type PathOf,
  asVoid,
  invalidRequest,
  mapPages,
  mapResult,
  mergeOptions,
} from "./vocabulary/map-result.js";
export { type Platform, type PlatformDefinition, definePlatform } from "./vocabulary/platform.js";
export type {
  ClientOf,
  ErrorOf,
  ListVerb,
  PlatformTypes,
  RequestOf,
  Verb,
  VerbName,
  VerbOf,
  VerbTypes,
  VerbValues,
} from "./vocabulary/verbs.js";
