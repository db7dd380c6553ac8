import { APIError, APIPromise, type ErrorKind, PagedResult, type Result } from "../../lib/index.js";
import { isA } from "../../lib/errors/base.js";
import type { ConnectionsPage } from "./connection.js";
import type { ScopesPage } from "./scopes.js";
import type { PlatformVerbs, Verb, VerbName } from "./verbs.js";

/**
 * What an error of a platform means, where its status says something else. `undefined` for an error
 * whose status says it right.
 */
export type KindOf = (error: APIError<string>, verb: VerbName) => ErrorKind | undefined;

/** The verbs of a platform with the `kind` of their errors as the platform means it. */
export function withKinds(verbs: PlatformVerbs, kindOf: KindOf): PlatformVerbs {
  const tell =
    (verb: VerbName) =>
    <T, E>(result: Result<T, E>): Result<T, E> => {
      if (!result.ok && isA(result.error, APIError)) {
        const kind = kindOf(result.error, verb);
        // Readonly for others; only the platform knows better than the status.
        if (kind) (result.error as { kind: ErrorKind }).kind = kind;
      }
      return result;
    };
  const all = Object.entries(verbs).map(([name, verb]) => {
    const told = tell(name as VerbName); // the keys of PlatformVerbs
    if (name === "list")
      return [
        name,
        toldPages(verb as never, told, ({ connections }: ConnectionsPage) => connections),
      ];
    if (name === "scopes")
      return [name, toldPages(verb as never, told, ({ scopes }: ScopesPage<unknown>) => scopes)];
    return [name, toldVerb(verb as never, told)];
  });
  return Object.fromEntries(all) as PlatformVerbs;
}

type Told = <T, E>(result: Result<T, E>) => Result<T, E>;

function toldVerb(verb: Verb<unknown, unknown, unknown>, told: Told): typeof verb {
  return (client, request, options) => new APIPromise(verb(client, request, options)._map(told));
}

type Pages<Page, Item> = (
  ...call: Parameters<Verb<unknown, unknown, unknown>>
) => PagedResult<Page, Item, unknown>;

function toldPages<Page, Item>(
  list: Pages<Page, Item>,
  told: Told,
  itemsOf: (page: Page) => readonly Item[],
): Pages<Page, Item> {
  return (client, request, options) => {
    const pages = list(client, request, options);
    async function* all(): AsyncGenerator<Result<Page, unknown>> {
      for await (const page of pages) yield told(page);
    }
    return new PagedResult(pages._map(told), all, itemsOf);
  };
}
