// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";

/** The request of list-companies. */
export const ListCompaniesRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    page: z.int().optional(),
    pageSize: z.int().optional(),
    query: z.string().optional(),
    orderBy: z.string().optional(),
  }),
);
/** {@link ListCompaniesRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ListCompaniesRequestWire = ListCompaniesRequest;
