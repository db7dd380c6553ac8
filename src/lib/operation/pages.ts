import type { Call } from "../call/call.js";
import { APIPromise, type InspectableResult } from "../call/promise.js";
import { copyPlain, readOptions } from "../call/read-options.js";
import type { RequestOptions } from "../call/request-options.js";
import { type Result, err } from "../call/result.js";
import type { Pager } from "../spec/pagers.js";
import { type AnySpec, type CompiledOperation, compileOperation } from "../spec/operation-spec.js";
import type { ClientError } from "../errors/index.js";
import { InvalidRequestError } from "../errors/client.js";
import type { Client } from "./client.js";
import { send } from "./send.js";

/**
 * The return value of a standalone function with pages. `await` it for the first page, iterate over
 * it with `for await` for all pages, or over `items()` for all items.
 */
export class PagedResult<Page, Item, Error>
  extends APIPromise<Result<Page, Error>>
  implements AsyncIterable<Result<Page, Error>>
{
  readonly #pages: () => AsyncGenerator<Result<Page, Error>>;
  readonly #items: (page: never) => readonly Item[]; // `never`: covariant in `Page`

  constructor(
    first: Promise<InspectableResult<Result<Page, Error>>>,
    pages: () => AsyncGenerator<Result<Page, Error>>,
    items: (page: Page) => readonly Item[],
  ) {
    super(first);
    this.#pages = pages;
    this.#items = items;
  }

  /**
   * Iterates over all pages, including the first one. Ends after the last page or the first error.
   */
  [Symbol.asyncIterator](): AsyncGenerator<Result<Page, Error>> {
    return this.#pages();
  }

  /** Iterates over the items of all pages. Ends after the last item or the first error. */
  async *items(): AsyncGenerator<Result<Item, Error>> {
    for await (const page of this) {
      if (!page.ok) yield page;
      else for (const value of this.#items(page.value as never)) yield { ok: true, value };
    }
  }
}

/**
 * A standalone function for an operation with pages. It takes a client (an SDK or its `Core`), the
 * request of the first page, and options for the call of each page.
 *
 * Never rejects and never throws, and neither does iterating: each page is a {@link Result}.
 */
export interface PagedOperation<Request, Page, Item, Errors = never> {
  // No doc comment: editors would show it for every function instead of the function's own.
  (
    client: Client,
    request: Request,
    options?: RequestOptions,
  ): PagedResult<Page, Item, Errors | ClientError>;
}

/** Creates the function of an operation with pages. See `operation`. */
export function pagedOperation(
  define: () => AnySpec & { readonly pages: Pager },
): PagedOperation<unknown, never, never> {
  type InspectablePage = InspectableResult<Result<never, ClientError>>;
  let compiled: (CompiledOperation & { readonly pages: Pager }) | undefined;
  const compile = (): CompiledOperation & { readonly pages: Pager } => {
    if (compiled === undefined) {
      const spec = define();
      compiled = { ...compileOperation(spec), pages: spec.pages };
    }
    return compiled;
  };
  return (client, givenRequest, givenOptions) => {
    const { request, options } = readOnce(givenRequest, givenOptions);
    const fetchPage = (pageRequest: unknown, link?: string): Promise<InspectablePage> =>
      // The annotation states the types, and the declared responses keep them.
      send(compile, client, pageRequest, options, link) as Promise<InspectablePage>;
    const first = fetchPage(request);
    async function* pages(): AsyncGenerator<Result<never, ClientError>> {
      let pageRequest: unknown = request;
      let page = await first;
      // Stop if a cursor or link repeats: some servers would otherwise be followed forever.
      const seen = new Set<unknown>([page.call?.url]);
      for (;;) {
        yield page.result;
        if (!page.result.ok) return;
        const next = compile().pages.next(pageRequest ?? {}, page.result.value);
        if (next === undefined) return;
        const link = page.call && resolveLink(next.link, page.call);
        if (next.link !== undefined && link === undefined) {
          yield err(
            new InvalidRequestError(
              "Link to the next page not followed: it is not a URL of the same origin",
            ),
          );
          return;
        }
        const position = link ?? next.cursor;
        if (position !== undefined && seen.size === seen.add(position).size) return;
        if (link === undefined) pageRequest = next.request;
        page = await fetchPage(pageRequest, link);
      }
    }
    // The items are of the type that the annotation states.
    return new PagedResult(first, pages, (page) => compile().pages.items(page) as never[]);
  };
}

/** Copies what later pages need too, so that they are those of the call as it was made. */
function readOnce(
  request: unknown,
  options: RequestOptions | undefined,
): { request: unknown; options: RequestOptions | undefined } {
  try {
    return { request: copyPlain(request), options: readOptions(options) };
  } catch {
    // The first page fails for the same reason, and says so.
    return { request, options };
  }
}

/**
 * Resolves a link against the URL of its page. Returns `undefined` unless it leads to the same
 * origin, which the credentials are for, and has no user name or password of its own.
 */
function resolveLink(link: string | undefined, page: Call): string | undefined {
  if (link === undefined) return undefined;
  try {
    const current = new URL(page.url);
    const next = new URL(link, current);
    // Servers behind a proxy with a path prefix do not know it, so their links lack it.
    if (current.pathname.endsWith(next.pathname)) next.pathname = current.pathname;
    return next.href.startsWith(`${current.origin}/`) ? next.href : undefined;
  } catch {
    return undefined;
  }
}
