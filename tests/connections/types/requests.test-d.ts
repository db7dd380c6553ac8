/** The requests of the unified API on each platform. An invalid request does not compile. */
import { type PlatformTypes, SDK, SDKCore, ampersand } from "connections-sdk";
import { type Codat, codat } from "connections-sdk/codat";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { connectionsMetadataSet } from "connections-sdk/funcs/connectionsMetadataSet.js";
import { type Mammoth, mammoth } from "connections-sdk/mammoth";
import { type NangoPlatform, nango } from "connections-sdk/nango";
import type {
  AmpersandConnectionRequest,
  AmpersandGenerateRequest,
  AmpersandGetRequest,
  AmpersandListRequest,
  AmpersandUpdateAuthorizationRequest,
  AmpersandUpdateRequest,
  CodatListRequest,
  CodatUpdateAuthorizationRequest,
  MammothGenerateRequest,
  MammothUpdateRequest,
  NangoGetRequest,
  NangoMetadataRequest,
} from "connections-sdk/models/operations";
import { expectTypeOf } from "vitest";
import { type Fake, fake } from "./fake-platform.js";

const sdk = new SDK({ apiKeyHeader: "key" });
const core = new SDKCore();
const named = new SDK({ platform: ampersand({ bearer: async () => "jwt" }), timeoutMs: 1000 });
const other = new SDK({ platform: fake, userAgent: "mine/1" });
expectTypeOf(named).toEqualTypeOf<SDK>();
expectTypeOf(other).toEqualTypeOf<SDK<Fake>>();
expectTypeOf(new SDKCore({ platform: fake })).toEqualTypeOf<SDKCore<Fake>>();
// A key belongs into the platform that it is for.
// @ts-expect-error
void new SDK({ platform: fake, apiKeyHeader: "key" });
// @ts-expect-error
void new SDK({ apiKeyHeadr: "key" });

type First<F extends (...args: never) => unknown> = Parameters<F>[0];
type Connections = SDK["connections"];
expectTypeOf<First<Connections["list"]>>().toEqualTypeOf<AmpersandListRequest>();
expectTypeOf<First<Connections["generate"]>>().toEqualTypeOf<AmpersandGenerateRequest>();
expectTypeOf<First<Connections["get"]>>().toEqualTypeOf<AmpersandGetRequest | undefined>();
expectTypeOf<First<Connections["update"]>>().toEqualTypeOf<AmpersandUpdateRequest>();
expectTypeOf<First<Connections["delete"]>>().toEqualTypeOf<
  AmpersandConnectionRequest | undefined
>();
expectTypeOf<
  First<Connections["updateAuthorization"]>
>().toEqualTypeOf<AmpersandUpdateAuthorizationRequest>();

type On<P extends PlatformTypes> = SDK<P>["connections"];
expectTypeOf<First<On<Codat>["list"]>>().toEqualTypeOf<CodatListRequest>();
expectTypeOf<
  First<On<Codat>["updateAuthorization"]>
>().toEqualTypeOf<CodatUpdateAuthorizationRequest>();
expectTypeOf<First<On<Mammoth>["generate"]>>().toEqualTypeOf<MammothGenerateRequest>();
expectTypeOf<First<On<Mammoth>["update"]>>().toEqualTypeOf<MammothUpdateRequest>();
expectTypeOf<First<On<NangoPlatform>["get"]>>().toEqualTypeOf<NangoGetRequest | undefined>();
expectTypeOf<First<On<NangoPlatform>["metadata"]["set"]>>().toEqualTypeOf<NangoMetadataRequest>();

const project = { projectIdOrName: "p" };
const one = { ...project, connectionId: "c" };
const whole = { ...project, groupRef: "g", consumerRef: "u", provider: "apollo" };

// Every coordinate that the platform needs is needed.
// @ts-expect-error
void sdk.connections.list({});
// @ts-expect-error
void sdk.connections.get(project);
// @ts-expect-error
void sdk.connections.delete({ connectionId: "c" });
// @ts-expect-error
void sdk.connections.generate({ ...project, groupRef: "g", consumerRef: "u" });
// @ts-expect-error
void sdk.connections.generate({ ...project, consumerRef: "u", provider: "apollo" });
// @ts-expect-error
void connectionsGet(core, project);
// @ts-expect-error
void other.connections.list(project);
void other.connections.list({ groupRef: "g" });

// What the platform does not know is not taken for granted.
// @ts-expect-error
void sdk.connections.list({ ...project, groupref: "g" });
// @ts-expect-error
void sdk.connections.get({ ...one, includeCreds: true });
void sdk.connections.get({ ...one, extra: { includeCreds: true, refresh: "force" } });
// @ts-expect-error
void sdk.connections.update({ ...one, groupRef: "g" });
// @ts-expect-error
void sdk.connections.update({ ...one, extra: { groupName: "g" } });

// Credentials are one of the vocabulary's types, whole.
void sdk.connections.generate({ ...whole, credentials: { type: "apiKey", apiKey: "k" } });
void sdk.connections.generate({ ...whole, credentials: { type: "oauth2", refreshToken: "r" } });
// @ts-expect-error
void sdk.connections.generate({ ...whole, credentials: { type: "saml" } });
// @ts-expect-error
void sdk.connections.generate({ ...whole, credentials: { type: "apiKey" } });
// @ts-expect-error
void sdk.connections.generate({ ...whole, credentials: { type: "apiKey", username: "u" } });
// @ts-expect-error
void sdk.connections.update({ ...one, credentials: { type: "oauth2", refreshToken: "r" } });
// @ts-expect-error
void sdk.connections.updateAuthorization({ ...one, credentials: { type: "custom", values: {} } });

// A verb can only be called on a platform that supports it.
// @ts-expect-error
void sdk.connections.unlink({ groupRef: "g", connectionId: "c" });
// @ts-expect-error
void sdk.connections.unlink({});
// @ts-expect-error
void sdk.connections.metadata.set({ ...one, metadata: {} });
// @ts-expect-error
void sdk.connections.metadata.update({});
// @ts-expect-error
void connectionsUnlink(core, { groupRef: "g", connectionId: "c" });
// @ts-expect-error
void connectionsMetadataSet(sdk, {});
// @ts-expect-error
void other.connections.get({ groupRef: "g", connectionId: "c" });
// @ts-expect-error
void other.connections.metadata.update({});
void other.connections.unlink({ groupRef: "g", connectionId: "c" });
void connectionsUnlink(other, { groupRef: "g", connectionId: "c" });
void other.connections.metadata.set({ groupRef: "g", connectionId: "c", metadata: { a: 1 } });

// An SDK is a core of its own platform only.
void connectionsGet(sdk, one);
void connectionsGet(named, one, { timeoutMs: 1, signal: AbortSignal.timeout(1) });
// @ts-expect-error
void connectionsGet(other, one);
// @ts-expect-error
void connectionsGet(sdk, one, { timeout: 1 });

// A project is needed where the platform cannot list them.
void sdk.connections.scopes({});
void sdk.connections.scopes({ groupRef: "g" });
void new SDK({ platform: codat() }).connections.scopes({});
void new SDK({ platform: nango() }).connections.scopes({ provider: "hubspot" });
void new SDK({ platform: mammoth() }).connections.scopes({ projectIdOrName: "4/12" });
// @ts-expect-error
void new SDK({ platform: mammoth() }).connections.scopes({});
// @ts-expect-error
void new SDK({ platform: codat() }).connections.scopes({ projectIdOrName: "p" });
// @ts-expect-error
void other.connections.scopes({});
// What it yields is what list takes.
for await (const scope of sdk.connections.scopes({}).items()) {
  expectTypeOf(scope).toEqualTypeOf<AmpersandListRequest>();
  void sdk.connections.list(scope);
}
