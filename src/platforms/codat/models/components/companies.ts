// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  as,
  integer,
  nullable,
  object,
  optional,
  record,
  string,
} from "../../../../lib/schema/index.js";
import { Connection, Links } from "./shared.js";

/** A page of companies. */
export interface Companies {
  /** The companies of this page. */
  results?: Company[] | undefined;
  /** The number of this page, starting at 1. */
  pageNumber: number;
  /** The number of companies per page. */
  pageSize: number;
  /** The number of companies on all pages. */
  totalResults: number;
  links: Links;
}
export const Companies: Schema<Companies> = /* @__PURE__ */ object(() => ({
  results: optional(array(Company)),
  pageNumber: integer,
  pageSize: integer,
  totalResults: integer,
  links: as("_links", Links),
}));

/** Your customer, who shares data with you. */
export interface Company {
  /** The id of the company. */
  id: string;
  /** The name of the company. */
  name: string;
  /** Your note about the company. */
  description?: string | null | undefined;
  /** The URL where somebody at the company connects its software. Keep it out of logs. */
  redirect: string;
  /** When data was last fetched. */
  lastSync?: string | undefined;
  /** When the company was created. */
  created?: string | undefined;
  /** The name of the person who created the company. */
  createdByUserName?: string | null | undefined;
  /** The connections of the company. */
  dataConnections?: Connection[] | undefined;
  /** Your own names and values for the company. */
  tags?: Record<string, string> | undefined;
}
export const Company: Schema<Company> = /* @__PURE__ */ object(() => ({
  id: string,
  name: string,
  description: optional(nullable(string)),
  redirect: string,
  lastSync: optional(string),
  created: optional(string),
  createdByUserName: optional(nullable(string)),
  dataConnections: optional(array(Connection)),
  tags: optional(record(string)),
}));
