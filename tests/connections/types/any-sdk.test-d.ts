/** Code over platforms compiles without a cast, and without asking which platform it is. */
import {
  type AnyCore,
  type AnyListRequest,
  type AnyScopesRequest,
  type AnySDK,
  type Coordinates,
  SDK,
  SDKCore,
} from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import { expectTypeOf } from "vitest";
import { fake } from "./fake-platform.js";

const sdks: readonly AnySDK[] = [
  new SDK({ apiKeyHeader: "key" }),
  new SDK({ platform: nango() }),
  new SDK({ platform: codat() }),
  new SDK({ platform: mammoth() }),
  new SDK({ platform: fake }),
];
const cores: readonly AnyCore[] = [...sdks, new SDKCore(), new SDKCore({ platform: nango() })];

export async function offboard(sdk: AnySDK, list: AnyListRequest): Promise<void> {
  for await (const connection of sdk.connections.list(list).items())
    await sdk.connections.delete(connection.coordinates);
}

export async function audit(sdk: AnySDK, request: AnyScopesRequest): Promise<void> {
  for await (const scope of sdk.connections.scopes(request).items()) await offboard(sdk, scope);
}

export async function each(core: AnyCore): Promise<void> {
  for await (const res of connectionsList(core, { groupRef: "group-123" }).items()) {
    if (!res.ok) throw res.error;
    expectTypeOf(res.value.coordinates).toEqualTypeOf<Coordinates | undefined>();
    await connectionsDelete(core, res.value.coordinates);
  }
}

for (const sdk of sdks) await offboard(sdk, { groupRef: "group-123" });
for (const sdk of sdks) await audit(sdk, {});
for (const core of cores) await each(core);

declare const stored: Coordinates;
const [any = new SDK()] = sdks;
void any.connections.get(stored);
void any.connections.update({ ...stored, credentials: { type: "apiKey", apiKey: "k" } });
void any.connections.updateAuthorization(stored);
void any.connections.metadata.set({ ...stored, metadata: { seats: 3 } });
void any.connections.unlink(stored);
// @ts-expect-error
void any.connections.get({ groupRef: "g" });
// @ts-expect-error
void any.connections.list({ groupref: "g" });

// A connection's own coordinates go into the verbs of its platform.
const sdk = new SDK();
const connection = await sdk.connections.get({ projectIdOrName: "p", connectionId: "c" });
void sdk.connections.get(connection.coordinates);
if (connection.coordinates) void sdk.connections.updateAuthorization(connection.coordinates);
const other = new SDK({ platform: nango() });
// @ts-expect-error
void other.connections.get(connection.coordinates);
