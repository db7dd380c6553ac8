// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, renamed } from "../../../../lib/zod/classic.js";

/** A kind of database, warehouse or service. */
export const Connector = /* @__PURE__ */ define(() =>
  z.looseObject({
    nameKey: z.string().nullable().optional(),
    dispName: z.string().nullable().optional(),
    apiType: z.string().nullable().optional(),
    isPremium: z.boolean().nullable().optional(),
    isAdded: z.boolean().nullable().optional(),
    vendor: z.string().nullable().optional(),
  }),
);
/** {@link Connector} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectorWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      name_key: z.string().nullable().optional(),
      disp_name: z.string().nullable().optional(),
      api_type: z.string().nullable().optional(),
      is_premium: z.boolean().nullable().optional(),
      is_added: z.boolean().nullable().optional(),
      vendor: z.string().nullable().optional(),
    }),
    Connector,
    renamed({
      name_key: "nameKey",
      disp_name: "dispName",
      api_type: "apiType",
      is_premium: "isPremium",
      is_added: "isAdded",
    }),
  ),
);

/** The connectors of Mammoth. */
export const ConnectorList = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectors: z.array(Connector),
    limit: z.int().optional(),
    offset: z.int().optional(),
    next: z.string().nullable().optional(),
  }),
);
/** {@link ConnectorList} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectorListWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectors: z.array(ConnectorWire),
    limit: z.int().optional(),
    offset: z.int().optional(),
    next: z.string().nullable().optional(),
  }),
);
