import type { RequestOptions } from "../call/request-options.js";
import type { Result } from "../call/result.js";
import type { Client } from "./client.js";
import { type MethodPromise, type PagedMethodPromise, method, pagedMethod } from "./method.js";
import type { WithResponse } from "./unwrap.js";
import type { APIPromiseWithHeaders, PagedResultWithHeaders } from "./with-headers.js";

/** What `withResponse()` resolves to, for an operation that declares response headers. */
export interface WithHeaders<T, Headers> extends WithResponse<T> {
  /** The declared headers, decoded by their schemas. Not shown when they are logged. */
  readonly headers: Headers;
}

/** A `MethodPromise` whose `withResponse()` returns the declared headers of the response. */
export interface MethodPromiseWithHeaders<T, Headers> extends MethodPromise<T> {
  withResponse(): Promise<WithHeaders<T, Headers>>;
}

/** A `PagedMethodPromise` whose `withResponse()` returns the declared headers of the first page. */
export interface PagedMethodPromiseWithHeaders<Page, Item, Headers> extends PagedMethodPromise<
  Page,
  Item
> {
  withResponse(): Promise<WithHeaders<Page, Headers>>;
}

/** The `method` of an operation that declares response headers. */
export const methodWithHeaders: <Request, T, Headers, Options = RequestOptions>(
  call: (
    client: Client,
    request: Request,
    options?: Options,
  ) => APIPromiseWithHeaders<Result<T, unknown>, Headers>,
  client: Client,
  request: Request,
  options: Options | undefined,
  // The same function: its promise passes on what `$inspect()` returns.
) => MethodPromiseWithHeaders<T, Headers> = method as never;

/** The `pagedMethod` of an operation that declares response headers. */
export const pagedMethodWithHeaders: <Request, Page, Item, Headers, Options = RequestOptions>(
  call: (
    client: Client,
    request: Request,
    options?: Options,
  ) => PagedResultWithHeaders<Page, Item, unknown, Headers>,
  client: Client,
  request: Request,
  options: Options | undefined,
) => PagedMethodPromiseWithHeaders<Page, Item, Headers> = pagedMethod as never; // see above
