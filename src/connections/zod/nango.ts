import * as z from "zod";
import { define } from "../../lib/zod/classic.js";
import { CreateConnectionRequest } from "../../platforms/nango/zod/components/connections.js";
import {
  GetConnectionRequest,
  ListConnectionsRequest,
} from "../../platforms/nango/zod/operations/connections.js";
import {
  ApiKeyCredentials,
  BasicCredentials,
  CustomCredentials,
  OAuth2Credentials,
} from "./credentials.js";
import { coordinate, filter, ofPlatform } from "./members.js";

const filters = /* @__PURE__ */ define(() => ({
  groupRef: filter,
  consumerRef: filter,
  provider: filter,
}));

/** The request of `list` on Nango. */
export const NangoListRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    ...filters,
    page: z.string().optional(),
    extra: ListConnectionsRequest.omit({
      endUserOrganizationId: true,
      endUserId: true,
      integrationId: true,
    }).optional(),
  }),
);

/** The request of `scopes` on Nango. */
export const NangoScopesRequest = /* @__PURE__ */ define(() => z.looseObject(filters));

/** The coordinates of a connection on Nango, and the request of `delete`. */
export const NangoConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({ ...ofPlatform("nango"), provider: coordinate, connectionId: coordinate }),
);

/** Credentials that Nango accepts. */
export const NangoCredentials = /* @__PURE__ */ define(() =>
  z.discriminatedUnion("type", [
    ApiKeyCredentials,
    BasicCredentials,
    OAuth2Credentials,
    CustomCredentials,
  ]),
);

/** Members that `generate` accepts in `extra` on Nango. */
export const NangoExtra = /* @__PURE__ */ define(() =>
  CreateConnectionRequest.pick({
    metadata: true,
    connectionConfig: true,
    webhookUrlOverride: true,
    tags: true,
  }),
);

/** The request of `generate` on Nango. */
export const NangoGenerateRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    provider: coordinate,
    connectionId: filter,
    groupRef: filter,
    consumerRef: filter,
    credentials: NangoCredentials.optional(),
    extra: NangoExtra.optional(),
  }),
);

/** The request of `get` on Nango. */
export const NangoGetRequest = /* @__PURE__ */ define(() =>
  NangoConnectionRequest.extend({
    extra: GetConnectionRequest.omit({ connectionId: true, providerConfigKey: true }).optional(),
  }),
);

/** The request of `update` on Nango. */
export const NangoUpdateRequest = /* @__PURE__ */ define(() =>
  NangoConnectionRequest.extend({
    groupRef: filter,
    consumerRef: filter,
    extra: NangoExtra.pick({ tags: true, webhookUrlOverride: true }).optional(),
  }),
);

/** The request of `updateAuthorization` on Nango. */
export const NangoUpdateAuthorizationRequest = /* @__PURE__ */ define(() =>
  NangoConnectionRequest.extend({
    credentials: NangoCredentials.optional(),
    extra: NangoExtra.pick({ connectionConfig: true }).optional(),
  }),
);

/** The request of `metadata.set` and `metadata.update` on Nango. */
export const NangoMetadataRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    provider: coordinate,
    connectionId: z.union([coordinate, z.array(coordinate)]),
    metadata: z.record(z.string(), z.unknown()),
  }),
);
