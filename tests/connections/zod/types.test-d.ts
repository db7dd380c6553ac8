/** The schemas of the unified API state the types of the unified API. */
import type * as z from "zod";
import type * as sdk from "connections-sdk";
import type * as requests from "connections-sdk/models/operations";
import type * as schemas from "connections-sdk/zod";

type Named<T> = T extends string
  ? T
  : T extends readonly unknown[]
    ? { [K in keyof T]: Named<T[K]> }
    : T extends Date
      ? T
      : T extends object
        ? { [K in keyof T as string extends K ? never : K]: Named<T[K]> }
        : T;

/** Fails to compile unless each type can be assigned to the other, but for an index signature. */
type Same<A, B> = [Named<A>] extends [Named<B>]
  ? [Named<B>] extends [Named<A>]
    ? true
    : false
  : false;

type Inferred<Name extends keyof typeof schemas> = z.infer<(typeof schemas)[Name]>;

const connections: {
  ConnectionData: Same<Inferred<"ConnectionData">, sdk.ConnectionData>;
  ConnectionDataWire: Same<Inferred<"ConnectionDataWire">, sdk.ConnectionData>;
  Coordinates: Same<Inferred<"Coordinates">, sdk.Coordinates>;
  SignIn: Same<Inferred<"SignIn">, sdk.SignIn>;
  SignInSession: Same<Inferred<"SignInSession">, sdk.SignInSession>;
  Credentials: Same<Inferred<"Credentials">, sdk.Credentials>;
  CredentialsWire: Same<Inferred<"CredentialsWire">, sdk.Credentials>;
} = {
  ConnectionData: true,
  ConnectionDataWire: true,
  Coordinates: true,
  SignIn: true,
  SignInSession: true,
  Credentials: true,
  CredentialsWire: true,
};
void connections;

/** The requests of the unified API, by the names of their types. */
interface Requests {
  AmpersandListRequest: requests.AmpersandListRequest;
  AmpersandScopesRequest: requests.AmpersandScopesRequest;
  AmpersandConnectionRequest: requests.AmpersandConnectionRequest;
  AmpersandGenerateRequest: requests.AmpersandGenerateRequest;
  AmpersandGetRequest: requests.AmpersandGetRequest;
  AmpersandUpdateRequest: requests.AmpersandUpdateRequest;
  AmpersandUpdateAuthorizationRequest: requests.AmpersandUpdateAuthorizationRequest;
  NangoListRequest: requests.NangoListRequest;
  NangoScopesRequest: requests.NangoScopesRequest;
  NangoConnectionRequest: requests.NangoConnectionRequest;
  NangoGenerateRequest: requests.NangoGenerateRequest;
  NangoGetRequest: requests.NangoGetRequest;
  NangoUpdateRequest: requests.NangoUpdateRequest;
  NangoUpdateAuthorizationRequest: requests.NangoUpdateAuthorizationRequest;
  NangoMetadataRequest: requests.NangoMetadataRequest;
  CodatListRequest: requests.CodatListRequest;
  CodatScopesRequest: requests.CodatScopesRequest;
  CodatConnectionRequest: requests.CodatConnectionRequest;
  CodatGenerateRequest: requests.CodatGenerateRequest;
  CodatUpdateAuthorizationRequest: requests.CodatUpdateAuthorizationRequest;
  MammothListRequest: requests.MammothListRequest;
  MammothScopesRequest: requests.MammothScopesRequest;
  MammothConnectionRequest: requests.MammothConnectionRequest;
  MammothGetRequest: requests.MammothGetRequest;
  MammothGenerateRequest: requests.MammothGenerateRequest;
  MammothUpdateRequest: requests.MammothUpdateRequest;
}

/** The names of the requests whose schema states another type. */
type Different = {
  [Name in keyof Requests]: Same<Inferred<Name>, Requests[Name]> extends true ? never : Name;
}[keyof Requests];

const none: Readonly<Record<Different, never>> = {};
void none;
