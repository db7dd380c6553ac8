import type { APIPromise } from "../call/promise.js";
import type { Result } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import type { Client } from "./client.js";
import type { PagedResult } from "./pages.js";

/** An `Operation` whose calls have options of their own, such as `accept`. */
export interface OperationWithOptions<Request, Value, Errors, Options> {
  // No doc comment: editors would show it for every function instead of the function's own.
  (
    client: Client,
    request: Request,
    options?: Options,
  ): APIPromise<Result<Value, Errors | ClientError>>;
}

/** A `PagedOperation` whose calls have options of their own, such as `contentType`. */
export interface PagedOperationWithOptions<Request, Page, Item, Errors, Options> {
  // No doc comment: editors would show it for every function instead of the function's own.
  (
    client: Client,
    request: Request,
    options?: Options,
  ): PagedResult<Page, Item, Errors | ClientError>;
}
