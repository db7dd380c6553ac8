import * as z from "zod";
import { define } from "../../lib/zod/classic.js";
import { ConnectionConfig } from "../../platforms/mammoth/zod/components/connections.js";
import { GetConnectionRequest } from "../../platforms/mammoth/zod/operations/connections.js";
import { BasicCredentials, CustomCredentials } from "./credentials.js";
import { coordinate, filter, ofPlatform } from "./members.js";

/** Members that every request to Mammoth accepts in `extra`. */
export const MammothExtra = /* @__PURE__ */ define(() =>
  z.looseObject({ isExport: z.boolean().optional() }),
);

const project = /* @__PURE__ */ define(() => ({
  projectIdOrName: coordinate,
  provider: coordinate,
}));

/** The request of `list` on Mammoth. */
export const MammothListRequest = /* @__PURE__ */ define(() =>
  z.looseObject({ ...project, page: z.never().optional(), extra: MammothExtra.optional() }),
);

/** The request of `scopes` on Mammoth. */
export const MammothScopesRequest = /* @__PURE__ */ define(() =>
  z.looseObject({ projectIdOrName: coordinate, provider: filter }),
);

/** The coordinates of a connection on Mammoth, and the request of `delete`. */
export const MammothConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    ...ofPlatform("mammoth"),
    ...project,
    connectionId: coordinate,
    extra: MammothExtra.optional(),
  }),
);

/** The request of `get` on Mammoth. */
export const MammothGetRequest = /* @__PURE__ */ define(() =>
  MammothConnectionRequest.extend({
    extra: GetConnectionRequest.pick({
      isExport: true,
      concern: true,
      profile: true,
      browseRoot: true,
      foldersOnly: true,
    }).optional(),
  }),
);

/** Credentials that Mammoth accepts. */
export const MammothCredentials = /* @__PURE__ */ define(() =>
  z.discriminatedUnion("type", [CustomCredentials, BasicCredentials]),
);

/** Members that `generate`, `update` and `updateAuthorization` accept in `extra` on Mammoth. */
export const MammothConfigExtra = /* @__PURE__ */ define(() =>
  MammothExtra.extend({ config: ConnectionConfig.optional() }),
);

/** The request of `generate` on Mammoth. */
export const MammothGenerateRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    ...project,
    credentials: MammothCredentials,
    extra: MammothConfigExtra.optional(),
  }),
);

/** The request of `update` and `updateAuthorization` on Mammoth. */
export const MammothUpdateRequest = /* @__PURE__ */ define(() =>
  MammothConnectionRequest.extend({
    credentials: MammothCredentials,
    extra: MammothConfigExtra.optional(),
  }),
);
