import * as z from "zod";
import { define } from "../../lib/zod/classic.js";
import { ConnectionRequest } from "../../platforms/ampersand/zod/components/connections.js";
import { GetConnectionRequest } from "../../platforms/ampersand/zod/operations/connections.js";
import {
  ApiKeyCredentials,
  BasicCredentials,
  ClientCredentials,
  Credentials,
  PasswordCredentials,
} from "./credentials.js";
import { coordinate, filter, ofPlatform } from "./members.js";

/** The request of `list` on Ampersand. */
export const AmpersandListRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: coordinate,
    groupRef: filter,
    consumerRef: filter,
    provider: filter,
    page: z.never().optional(),
  }),
);

/** The request of `scopes` on Ampersand. */
export const AmpersandScopesRequest = /* @__PURE__ */ define(() =>
  AmpersandListRequest.omit({ page: true }).extend({ projectIdOrName: filter }),
);

/** The coordinates of a connection on Ampersand, and the request of `delete`. */
export const AmpersandConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    ...ofPlatform("ampersand"),
    projectIdOrName: coordinate,
    connectionId: coordinate,
  }),
);

/** The request of `generate` on Ampersand. */
export const AmpersandGenerateRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: coordinate,
    groupRef: coordinate,
    consumerRef: coordinate,
    provider: coordinate,
    credentials: Credentials.optional(),
    extra: ConnectionRequest.pick({
      groupName: true,
      consumerName: true,
      providerWorkspaceRef: true,
      providerMetadata: true,
    }).optional(),
  }),
);

/** The request of `get` on Ampersand. */
export const AmpersandGetRequest = /* @__PURE__ */ define(() =>
  AmpersandConnectionRequest.extend({
    extra: GetConnectionRequest.omit({ projectIdOrName: true, connectionId: true }).optional(),
  }),
);

/** Credentials that Ampersand can replace. */
export const AmpersandNewCredentials = /* @__PURE__ */ define(() =>
  z.discriminatedUnion("type", [
    ApiKeyCredentials,
    BasicCredentials,
    ClientCredentials,
    PasswordCredentials,
  ]),
);

/** The request of `update` on Ampersand. */
export const AmpersandUpdateRequest = /* @__PURE__ */ define(() =>
  AmpersandConnectionRequest.extend({
    credentials: AmpersandNewCredentials.optional(),
    extra: ConnectionRequest.pick({ providerWorkspaceRef: true, providerMetadata: true })
      .extend({ updateMask: z.array(z.string()).optional() })
      .optional(),
  }),
);

/** The request of `updateAuthorization` on Ampersand. */
export const AmpersandUpdateAuthorizationRequest = /* @__PURE__ */ define(() =>
  AmpersandConnectionRequest.extend({ credentials: AmpersandNewCredentials.optional() }),
);
