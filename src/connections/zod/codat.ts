import * as z from "zod";
import { define } from "../../lib/zod/classic.js";
import { ListConnectionsRequest } from "../../platforms/codat/zod/operations/connections.js";
import { CustomCredentials } from "./credentials.js";
import { coordinate, filter, ofPlatform } from "./members.js";

/** The request of `list` on Codat. */
export const CodatListRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: coordinate,
    page: z.string().optional(),
    extra: ListConnectionsRequest.omit({ companyId: true }).optional(),
  }),
);

/** The request of `scopes` on Codat. */
export const CodatScopesRequest = /* @__PURE__ */ define(() => z.looseObject({ groupRef: filter }));

/** The coordinates of a connection on Codat, and the request of `get`, `delete` and `unlink`. */
export const CodatConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({ ...ofPlatform("codat"), groupRef: coordinate, connectionId: coordinate }),
);

/** The request of `generate` on Codat. */
export const CodatGenerateRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: coordinate,
    provider: coordinate,
    credentials: z.never().optional(),
  }),
);

/** The request of `updateAuthorization` on Codat. */
export const CodatUpdateAuthorizationRequest = /* @__PURE__ */ define(() =>
  CodatConnectionRequest.extend({
    credentials: CustomCredentials.extend({
      values: z.record(z.string(), z.string()),
    }).optional(),
  }),
);
