import type { Call } from "../call/call.js";
import { APIPromise, type InspectableResult, type OnRejected } from "../call/promise.js";
import type { RequestOptions } from "../call/request-options.js";
import { type Result, err } from "../call/result.js";
import type { Pager } from "../spec/pagers.js";
import {
  type CompiledOperation,
  type OperationSpec,
  compileOperation,
} from "../spec/operation-spec.js";
import type { ClientError } from "../errors/index.js";
import { InvalidRequestError } from "../errors/client.js";
import type { Client } from "./client.js";
import { send } from "./send.js";

/** What a paged function answers: the first page when awaited, every page when iterated over, every entry by `items()`. */
export class PagedResult<Page, Item, Error>
  extends APIPromise<Result<Page, Error>>
  implements AsyncIterable<Result<Page, Error>>
{
  readonly #pages: () => AsyncGenerator<Result<Page, Error>>;
  readonly #items: (page: never) => readonly Item[]; // of its own pages only, so a result may stand for one of wider type

  constructor(
    first: Promise<InspectableResult<Result<Page, Error>>>,
    pages: () => AsyncGenerator<Result<Page, Error>>,
    items: (page: Page) => readonly Item[],
  ) {
    super(first);
    this.#pages = pages;
    this.#items = items;
  }

  /** Every page, the first included. Ends after the last page, or after the first error. */
  [Symbol.asyncIterator](): AsyncGenerator<Result<Page, Error>> {
    return this.#pages();
  }

  /** Every entry of every page. Ends after the last entry, or after the first error. */
  async *items(): AsyncGenerator<Result<Item, Error>> {
    for await (const page of this) {
      if (!page.ok) yield page;
      else for (const value of this.#items(page.value as never)) yield { ok: true, value };
    }
  }
}

/** What a paged method answers: as {@link PagedResult}, with errors thrown. */
export class PagedPromise<Page, Item> implements AsyncIterable<Page>, Promise<Page> {
  readonly #result: PagedResult<Page, Item, unknown>;
  readonly [Symbol.toStringTag] = "PagedPromise";

  constructor(result: PagedResult<Page, Item, unknown>) {
    this.#result = result;
  }

  // eslint-disable-next-line unicorn/no-thenable -- being awaitable is what this class is for
  then<A = Page, B = never>(
    onfulfilled?: ((value: Page) => A | PromiseLike<A>) | null,
    onrejected?: OnRejected<B>,
  ): Promise<A | B> {
    return this.#result.then(valueOf).then(onfulfilled, onrejected);
  }

  catch<B = never>(onrejected?: OnRejected<B>): Promise<Page | B> {
    return this.then(undefined, onrejected);
  }

  finally(onfinally?: (() => void) | null): Promise<Page> {
    return this.then().finally(onfinally);
  }

  /** Every page, the first included. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Page> {
    for await (const page of this.#result) yield valueOf(page);
  }

  /** Every entry of every page. */
  async *items(): AsyncGenerator<Item> {
    for await (const item of this.#result.items()) yield valueOf(item);
  }
}

/** Turns what a paged function answers into what a paged method does. */
export function unwrapPages<Page, Item>(
  result: PagedResult<Page, Item, unknown>,
): PagedPromise<Page, Item> {
  return new PagedPromise(result);
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw result.error;
}

/** A standalone function whose answers come in pages. Never rejects and never throws, iterating included. */
export interface PagedOperation<Request, Page, Item, Errors = never> {
  (
    client: Client,
    request: Request,
    options?: RequestOptions,
  ): PagedResult<Page, Item, Errors | ClientError>;
}

/** Makes the function of an operation that pages; see `operation`. */
export function pagedOperation<I, Page, Item, E = never>(
  define: () => OperationSpec<I, Page, E> & { readonly pages: Pager },
): PagedOperation<I, Page, Item, E> {
  type Answer = InspectableResult<Result<Page, E | ClientError>>;
  let compiled: (CompiledOperation & { readonly pages: Pager }) | undefined;
  const spec = (): CompiledOperation & { readonly pages: Pager } => {
    if (compiled === undefined) {
      const defined = define();
      compiled = { ...compileOperation(defined), pages: defined.pages };
    }
    return compiled;
  };
  return (client, request, options) => {
    const ask = (asked: unknown, link?: string): Promise<Answer> =>
      send(spec, client, asked, options, link) as Promise<Answer>; // what the specification's answers promise
    const first = ask(request);
    async function* pages(): AsyncGenerator<Result<Page, E | ClientError>> {
      let asked: unknown = request;
      let answer = await first;
      // Some servers name a page as the next that there was already, for ever.
      const seen = new Set<unknown>([answer.call?.url]);
      for (;;) {
        yield answer.result;
        if (!answer.result.ok) return;
        const next = spec().pages.next(asked ?? {}, answer.result.value);
        if (next === undefined) return;
        const link = answer.call && absolute(next.link, answer.call);
        if (next.link !== undefined && link === undefined) {
          yield err(
            new InvalidRequestError(
              "The link to the next page is not followed: it is no URL of this origin",
            ),
          );
          return;
        }
        const place = link ?? next.cursor;
        if (place !== undefined && seen.size === seen.add(place).size) return;
        if (link === undefined) asked = next.request;
        answer = await ask(asked, link);
      }
    }
    return new PagedResult(first, pages, (page) => spec().pages.items(page) as readonly Item[]); // what `results` points to
  };
}

/** A link relative to the page it stands on, and only to the origin that the credentials are for, without any of its own. */
function absolute(link: string | undefined, from: Call): string | undefined {
  if (link === undefined) return undefined;
  try {
    const here = new URL(from.url);
    const url = new URL(link, here);
    // Servers behind a path of somebody else's (a proxy) name their own; to them this page is where they think it is.
    if (here.pathname.endsWith(url.pathname)) url.pathname = here.pathname;
    return url.href.startsWith(`${here.origin}/`) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
