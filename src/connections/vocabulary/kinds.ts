import { APIError, APIPromise, type ErrorKind, PagedResult, type Result } from "../../lib/index.js";
import { isA } from "../../lib/errors/base.js";
import type { ConnectionsPage } from "./connection.js";
import type { ListVerb, PlatformVerbs, Verb, VerbName } from "./verbs.js";

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
    return [name, name === "list" ? toldList(verb as never, told) : toldVerb(verb as never, told)];
  });
  return Object.fromEntries(all) as PlatformVerbs;
}

type Told = <T, E>(result: Result<T, E>) => Result<T, E>;

function toldVerb(verb: Verb<unknown, unknown, unknown>, told: Told): typeof verb {
  return (client, request, options) => new APIPromise(verb(client, request, options)._map(told));
}

function toldList(list: ListVerb<unknown, unknown, unknown>, told: Told): typeof list {
  return (client, request, options) => {
    const pages = list(client, request, options);
    async function* all(): AsyncGenerator<Result<ConnectionsPage, never>> {
      for await (const page of pages) yield told(page) as Result<ConnectionsPage, never>;
    }
    return new PagedResult(pages._map(told) as never, all, ({ connections }) => connections);
  };
}
