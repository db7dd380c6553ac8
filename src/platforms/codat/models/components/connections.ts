// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  as,
  integer,
  nullable,
  object,
  optional,
  string,
} from "../../../../lib/schema/index.js";
import { Connection, type DataConnectionStatus, Links } from "./shared.js";

/** The new status of a connection. */
export interface UpdateConnectionStatus {
  /** The status to set. Only `Unlinked` is accepted. */
  status?: DataConnectionStatus | null | undefined;
}
export const UpdateConnectionStatus: Schema<UpdateConnectionStatus> = /* @__PURE__ */ object(
  () => ({
    status: optional(nullable(string)),
  }),
);

/** A page of connections. */
export interface Connections {
  /** The connections of this page. */
  results?: Connection[] | undefined;
  /** The number of this page, starting at 1. */
  pageNumber: number;
  /** The number of connections per page. */
  pageSize: number;
  /** The number of connections on all pages. */
  totalResults: number;
  links: Links;
}
export const Connections: Schema<Connections> = /* @__PURE__ */ object(() => ({
  results: optional(array(Connection)),
  pageNumber: integer,
  pageSize: integer,
  totalResults: integer,
  links: as("_links", Links),
}));
