// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, renamed } from "../../../../lib/zod/classic.js";
import { Connection, Links } from "./shared.js";

/** Your customer, who shares data with you. */
export const Company = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    description: z.string().nullable().optional(),
    redirect: z.string(),
    lastSync: z.string().optional(),
    created: z.string().optional(),
    createdByUserName: z.string().nullable().optional(),
    dataConnections: z.array(Connection).optional(),
    tags: z.record(z.string(), z.string()).optional(),
  }),
);
/** {@link Company} and its JSON, for `z.decode` and `z.encode`. */
export const CompanyWire = Company;

/** A page of companies. */
export const Companies = /* @__PURE__ */ define(() =>
  z.looseObject({
    results: z.array(Company).optional(),
    pageNumber: z.int(),
    pageSize: z.int(),
    totalResults: z.int(),
    links: Links,
  }),
);
/** {@link Companies} and its JSON, for `z.decode` and `z.encode`. */
export const CompaniesWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      results: z.array(Company).optional(),
      pageNumber: z.int(),
      pageSize: z.int(),
      totalResults: z.int(),
      _links: Links,
    }),
    Companies,
    renamed({ _links: "links" }),
  ),
);
