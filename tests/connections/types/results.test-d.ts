/**
 * What calls of the unified API return: values, the platform's own object in them, and every
 * possible error.
 */
import {
  type APIPromise,
  type Ampersand,
  type ClientError,
  type Connection,
  type ConnectionsPage,
  type Result,
  SDK,
  SDKCore,
  type SignIn,
  type UnsupportedOperationError,
} from "connections-sdk";
import type { AmpersandConnection } from "connections-sdk/ampersand";
import { type CodatConnection, codat } from "connections-sdk/codat";
import type {
  AmpersandCoordinates,
  AmpersandGenerateRequest,
  CodatCoordinates,
} from "connections-sdk/models/operations";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import type * as errors from "connections-sdk/models/errors";
import { expectTypeOf } from "vitest";
import { type Fake, type FakeConnection, type FakeProblem, fake } from "./fake-platform.js";

declare const sdk: SDK;
declare const core: SDKCore;
const other = new SDK({ platform: fake });
type Ours = Connection<AmpersandConnection, AmpersandCoordinates>;
type Any = ClientError | UnsupportedOperationError;
const one = { projectIdOrName: "p", connectionId: "c" };
const whole = { projectIdOrName: "p", groupRef: "g", consumerRef: "u", provider: "apollo" };

// Methods return values.
expectTypeOf(sdk.connections.get(one)).resolves.toEqualTypeOf<Ours>();
const apiKey = { type: "apiKey", apiKey: "k" } as const;
expectTypeOf(
  sdk.connections.generate({ ...whole, credentials: apiKey }),
).resolves.toEqualTypeOf<Ours>();
expectTypeOf(sdk.connections.generate(whole)).resolves.toEqualTypeOf<SignIn>();
expectTypeOf(sdk.connections.update(one)).resolves.toEqualTypeOf<Ours>();
expectTypeOf(sdk.connections.delete(one)).resolves.toEqualTypeOf<void>();
expectTypeOf(
  sdk.connections.updateAuthorization({ ...one, credentials: apiKey }),
).resolves.toEqualTypeOf<Ours>();
expectTypeOf(sdk.connections.updateAuthorization(one)).resolves.toEqualTypeOf<SignIn>();
declare const either: AmpersandGenerateRequest;
expectTypeOf(sdk.connections.generate(either)).resolves.toEqualTypeOf<Ours | SignIn>();
expectTypeOf(
  sdk.connections.waitFor(await sdk.connections.generate(either)),
).resolves.toEqualTypeOf<Ours>();
expectTypeOf(connectionsGenerate(core, whole)).resolves.toExtend<
  { ok: true; value: SignIn } | { ok: false }
>();
// Where the platform creates the connection at once, it is one.
const books = new SDK({ platform: codat() });
expectTypeOf(books.connections.generate({ groupRef: "g", provider: "p" })).resolves.toEqualTypeOf<
  Connection<CodatConnection, CodatCoordinates>
>();
const listed = sdk.connections.list(whole);
expectTypeOf(await listed).toEqualTypeOf<
  ConnectionsPage<AmpersandConnection, AmpersandCoordinates>
>();
for await (const page of listed) expectTypeOf(page.connections).toEqualTypeOf<Ours[]>();
for await (const item of listed.items()) expectTypeOf(item.raw.authScheme).toExtend<string>();
expectTypeOf(other.connections.unlink({ groupRef: "g", connectionId: "c" })).resolves.toEqualTypeOf<
  Connection<FakeConnection>
>();

// Functions return results.
expectTypeOf(connectionsGet(core, one)).toEqualTypeOf<
  APIPromise<Result<Ours, errors.GetConnectionInputValidationProblem | Any>>
>();
type ErrorIn<F extends (...args: never) => PromiseLike<Result<unknown, unknown>>> = Extract<
  Awaited<ReturnType<F>>,
  { ok: false }
>["error"];
type GenerateProblems =
  | errors.GenerateConnectionInputValidationProblem
  | errors.GenerateConnectionConnectionsInputValidationProblem
  | errors.ListConnectionsInputValidationProblem
  | errors.OauthConnectInputValidationProblem;
expectTypeOf<ErrorIn<typeof connectionsList<Ampersand>>>().toEqualTypeOf<
  errors.ListConnectionsInputValidationProblem | Any
>();
expectTypeOf<ErrorIn<typeof connectionsGenerate<Ampersand>>>().toEqualTypeOf<
  GenerateProblems | Any
>();
expectTypeOf<ErrorIn<typeof connectionsUpdate<Ampersand>>>().toEqualTypeOf<
  errors.UpdateConnectionInputValidationProblem | Any
>();
expectTypeOf<ErrorIn<typeof connectionsDelete<Ampersand>>>().toEqualTypeOf<Any>();
expectTypeOf<ErrorIn<typeof connectionsUpdateAuthorization<Ampersand>>>().toEqualTypeOf<
  | errors.GetConnectionInputValidationProblem
  | errors.OauthUpdateInputValidationProblem
  | errors.UpdateConnectionInputValidationProblem
  | Any
>();
const unlinked = await connectionsUnlink<Fake>(other, { groupRef: "g", connectionId: "c" });
if (!unlinked.ok) expectTypeOf(unlinked.error).toEqualTypeOf<FakeProblem | Any>();

// A result narrows, and a switch over the names of its errors is exhaustive.
export async function exhaustive(): Promise<Ours> {
  const res = await connectionsGet(core, one);
  if (res.ok) return res.value;
  const { error } = res;
  switch (error.name) {
    case "GetConnectionInputValidationProblem":
      expectTypeOf(error.issues).toExtend<readonly object[] | undefined>();
      expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
      throw error;
    case "UnsupportedOperationError":
      expectTypeOf(error.operation).toEqualTypeOf<string>();
      throw error;
    case "APIProblem":
      expectTypeOf(error.detail).toEqualTypeOf<string | undefined>();
      throw error;
    case "ConnectionError":
      expectTypeOf(error.code).toEqualTypeOf<string | undefined>();
      throw error;
    case "APIError":
    case "ResponseValidationError":
      expectTypeOf(error.statusCode).toEqualTypeOf<number>();
      throw error;
    case "SDKValidationError":
      expectTypeOf(error.pretty()).toEqualTypeOf<string>();
      throw error;
    case "RequestTimeoutError":
    case "RequestAbortedError":
    case "InvalidRequestError":
    case "UnexpectedClientError":
      throw error;
    default:
      throw error satisfies never;
  }
}

// Statuses are open, and editors still suggest the known ones.
declare const connection: Ours;
expectTypeOf<"pending">().toExtend<Ours["status"]>();
expectTypeOf<string>().toExtend<Ours["status"]>();
expectTypeOf(connection.group?.ref).toEqualTypeOf<string | undefined>();
expectTypeOf(connection.createTime).toEqualTypeOf<Date | undefined>();
expectTypeOf(connection.raw).toEqualTypeOf<AmpersandConnection>();
expectTypeOf(connection).toExtend<Connection>();
