// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";

/** The request of ListWorkspaceConnectors. */
export const ListWorkspaceConnectorsRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    workspaceId: z.int(),
    limit: z.int().optional(),
    offset: z.int().optional(),
    fields: z.string().optional(),
    sort: z.string().optional(),
    nameKey: z.string().optional(),
    isPremium: z.boolean().optional(),
    isAdded: z.boolean().optional(),
  }),
);
/** {@link ListWorkspaceConnectorsRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ListWorkspaceConnectorsRequestWire = ListWorkspaceConnectorsRequest;
