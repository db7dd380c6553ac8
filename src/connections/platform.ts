/**
 * `connections-sdk/platform`: what you need to write a platform of your own for the unified API.
 * Start with `definePlatform`. `docs/platforms.md` has a complete example.
 */
export {
  APIPromise,
  type Client,
  type ClientError,
  type ClientOptions,
  type ErrorKind,
  PagedResult,
  err,
  ok,
} from "../lib/index.js";
export type { RequestOptions, Result } from "../lib/index.js";
export {
  type CredentialsOf,
  type CredentialsType,
  checkCredentials,
} from "./vocabulary/check-credentials.js";
export type {
  CoordinateName,
  Coordinates,
  OfPlatform,
  PlatformCoordinates,
} from "./vocabulary/coordinates.js";
export { invalidRequest } from "./vocabulary/invalid-request.js";
export { type PathOf, asVoid, mapPages, mapResult } from "./vocabulary/map-result.js";
export {
  type ConnectionState,
  type RevisionOf,
  type SignIn,
  type SignInSession,
  sessionOf,
} from "./vocabulary/sign-in.js";
export { mergeOptions } from "./vocabulary/merge-options.js";
export { paginate } from "./vocabulary/paginate.js";
export { type ConnectionHealth, HealthReason } from "./vocabulary/health.js";
export { type ScopesPage, type ScopesVerb, filtersOf, mapScopes } from "./vocabulary/scopes.js";
export type { KindOf } from "./vocabulary/kinds.js";
export { type Platform, type PlatformDefinition, definePlatform } from "./vocabulary/platform.js";
export type {
  ClientOf,
  ErrorOf,
  FindOf,
  ListVerb,
  PlaceOf,
  PlatformTypes,
  RequestOf,
  Verb,
  VerbName,
  VerbOf,
  VerbTypes,
  VerbValues,
} from "./vocabulary/verbs.js";
