// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, renamed } from "../../../../lib/zod/classic.js";
import { Connection, Links } from "./shared.js";

/** The new status of a connection. */
export const UpdateConnectionStatus = /* @__PURE__ */ define(() =>
  z.looseObject({
    status: z.string().nullable().optional(),
  }),
);
/** {@link UpdateConnectionStatus} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateConnectionStatusWire = UpdateConnectionStatus;

/** A page of connections. */
export const Connections = /* @__PURE__ */ define(() =>
  z.looseObject({
    results: z.array(Connection).optional(),
    pageNumber: z.int(),
    pageSize: z.int(),
    totalResults: z.int(),
    links: Links,
  }),
);
/** {@link Connections} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      results: z.array(Connection).optional(),
      pageNumber: z.int(),
      pageSize: z.int(),
      totalResults: z.int(),
      _links: Links,
    }),
    Connections,
    renamed({ _links: "links" }),
  ),
);
