import type { Api, Operation, Server } from "../../model/types.js";
import { identifier } from "../../name/identifier.js";
import { keywords } from "../../name/reserved.js";
import { scope } from "../../name/scope.js";
import type { OutputFile } from "../../output/output-file.js";
import type { DocsSite } from "../docs/site.js";
import { type CodeFile, code, codeFile } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { arrayLiteral, call } from "../print/expression.js";
import { group, indent, join, line } from "../print/layout.js";
import { memberKey, stringLiteral } from "../print/literal.js";
import { external } from "../print/symbol.js";
import { exampleResponse, responseLayout } from "./responses.js";

/** The module of the handlers, without `.ts`. */
export const handlersModule = "src/testing/handlers";

const own = "handlers HandlerOptions server on take decoded escaped resolver options baseURL".split(
  " ",
);
const http = external("http", "msw");
const HttpHandler = external("HttpHandler", "msw", { type: true });
const Resolver = external("HttpResponseResolver", "msw", { type: true });
const Body = external("DefaultBodyType", "msw", { type: true });
const PathParams = external("PathParams", "msw", { type: true });

/**
 * `src/testing/handlers.ts`: an msw handler for every operation, which responds with the document's
 * example.
 */
export function emitHandlers(site: DocsSite): OutputFile {
  const names = handlerNames(site);
  const operations = mockable(site.context.api);
  const file = codeFile(`${handlersModule}.ts`, { reserved: [...own, ...names.values()] });
  file.print(code`
    /** Options of the handlers. */
    export interface HandlerOptions {
      /** The base URL of the API. Default: the server of the document. */
      readonly baseURL?: string;
    }
  `);
  if (operations.length === 0) {
    file.print(code`
      /** The API has no operations to handle. */
      export function handlers(_options: HandlerOptions = {}): ${HttpHandler}[] {
        return [];
      }
    `);
    return file.finish();
  }
  file.print(code`
    /**
     * Handlers for every operation, for \`setupServer\` or \`setupWorker\`. Put your own before them:
     * the first match responds.
     */
    export function handlers(options: HandlerOptions = {}): ${HttpHandler}[] {
      return ${arrayLiteral(bySpecificity(operations).map((operation) => call(names.get(operation) ?? "", ["undefined", "options"])))};
    }
  `);
  for (const operation of operations)
    printHandler(site, file, operation, names.get(operation) ?? "");
  if (operations.some((operation) => ownServers(operation).length === 0)) {
    file.print(code`
      const server = ${stringLiteral(defaultServer(site.context.api.servers))};
    `);
  }
  printMatcher(file, operations.some(isOther));
  return file.finish();
}

/** The operations that `fetch` can send. */
export function mockable({ operations }: Api): readonly Operation[] {
  return operations.filter(
    ({ method, body }) => method !== "TRACE" && !(body && /^(GET|HEAD)$/.test(method)),
  );
}

/** The names of the handlers: `listConnections`, after the operation's id. */
export function handlerNames(site: DocsSite): ReadonlyMap<Operation, string> {
  const names = scope([...own, ...keywords]);
  return new Map(
    mockable(site.context.api).map((operation) => {
      const type = site.context.names
        .operation(operation)
        .response.name.replace(/Response(?=[_\d]*$)/, "");
      const name = identifier(type.charAt(0).toLowerCase() + type.slice(1), "operation");
      return [operation, names.claim(name, `${name}Handler`)];
    }),
  );
}

/** The operations whose paths match the same URLs as those of others. */
export function ambiguous(operations: readonly Operation[]): ReadonlySet<Operation> {
  const shapes = new Map<string, Operation[]>();
  for (const operation of operations) {
    const shape = `${operation.method} ${pathOf(operation).replaceAll(/\{[^{}]+\}/g, "{}")}`;
    shapes.set(shape, [...(shapes.get(shape) ?? []), operation]);
  }
  return new Set([...shapes.values()].filter(({ length }) => length > 1).flat());
}

function printHandler(site: DocsSite, file: CodeFile, operation: Operation, name: string): void {
  const names = pathNames(pathOf(operation)).map((param) => `${memberKey(param)}: string`);
  const params = names.length === 0 ? "" : ["<{ ", join("; ", names), " }>"];
  const servers = ownServers(operation);
  const base = servers.length > 0 ? stringLiteral(defaultServer(servers)) : "server";
  const response = responseLayout(site, operation, exampleResponse(operation));
  file.print(code`
    ${docComment({ text: [`${operation.method} ${operation.path}`.replace(/\s+/g, " ")] })}
    export function ${name}(
      resolver: ${Resolver}${params} = ${group(["() =>", indent([line, response])])},
      { baseURL = ${base} }: HandlerOptions = {},
    ): ${HttpHandler} {
      return on(${stringLiteral(isOther(operation) ? "all" : operation.method.toLowerCase())}, baseURL, ${stringLiteral(pathOf(operation))}, resolver${isOther(operation) ? [", ", stringLiteral(operation.method)] : ""});
    }
  `);
}

const METHODS_OF_MSW: ReadonlySet<string> = new Set([
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
]);

/** True for an operation with a method that msw has no handler for. */
function isOther({ method }: Operation): boolean {
  return !METHODS_OF_MSW.has(method);
}

/** The servers of an operation that has its own. Any other uses those of the document. */
function ownServers({ servers = [] }: Operation): readonly Server[] {
  return servers;
}

function printMatcher(file: CodeFile, hasOthers: boolean): void {
  const other = hasOthers ? "other?: string," : "";
  const check = hasOthers
    ? "if (other !== undefined && request.method !== other) return false;"
    : "";
  file.print(code`
    /**
     * A handler for a path template of the document. \`{name}\` matches anything but a slash;
     * everything else is literal.
     */
    function on<Params extends ${PathParams}<keyof Params>>(
      method: keyof typeof ${http},
      baseURL: string,
      template: string,
      resolver: ${Resolver}<Params>,
      ${other}
    ): ${HttpHandler} {
      const base = new URL(baseURL);
      // The name of a parameter may contain a slash, which does not separate segments.
      const wanted = (base.pathname.replace(/\\/+$/, "") + template).split(/\\/(?![^{}]*\\})/);
      return ${http}[method]<Params, ${Body}, ${Body}>(({ request }) => {
        ${check}
        const { origin, pathname } = new URL(request.url);
        const given = pathname.split("/");
        if (origin !== base.origin || given.length !== wanted.length) return false;
        const params: Record<string, string> = {};
        const matches = wanted.every((segment, index) => take(segment, given[index] ?? "", params));
        // The template names exactly these.
        return matches ? { matches, params: params as Params } : false;
      }, resolver);
    }
  `);
  file.print(code`
    /** Matches a segment of a path against its template, and reads the parameters from it. */
    function take(template: string, segment: string, params: Record<string, string>): boolean {
      const parts = template.split(/\\{([^{}]+)\\}/);
      const source = parts
        .map((part, index) => (index % 2 === 1 ? "(.+?)" : escaped(decoded(part))))
        .join("");
      const found = new RegExp(\`^\${source}$\`, "s").exec(decoded(segment));
      parts.forEach((part, index) => {
        if (index % 2 === 1) params[part] = found?.[(index + 1) / 2] ?? "";
      });
      return found !== null;
    }
  `);
  file.print(code`
    function decoded(text: string): string {
      try {
        return decodeURIComponent(text);
      } catch {
        return text;
      }
    }
  `);
  file.print(code`
    function escaped(text: string): string {
      return text.replace(/[.*+?^\${}()|[\\]\\\\]/g, "\\\\$&");
    }
  `);
}

/** The path to match, without the query or fragment that the document may have there. */
export function pathOf(operation: Operation): string {
  return operation.path.replace(/[?#].*$/s, "");
}

/** The names of the variables in a path template. */
export function pathNames(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name))];
}

/**
 * The first server of the document, with the default values of its variables, if its URL is
 * absolute.
 */
function defaultServer(servers: readonly Server[]): string {
  const [first] = servers;
  const url = first?.url.replace(
    /\{([^{}]+)\}/g,
    (whole, name: string) => first.variables.find((each) => each.name === name)?.default ?? whole,
  );
  return url !== undefined && /^https?:\/\//i.test(url) ? url : "https://api.example.com";
}

/** Literal segments before parameters, so that `/connections/search` does not match an id. */
function bySpecificity(operations: readonly Operation[]): readonly Operation[] {
  const weighed = operations.map((operation) => ({ operation, weight: weightOf(operation) }));
  weighed.sort((a, b) => (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : 0));
  return weighed.map(({ operation }) => operation);
}

function weightOf(operation: Operation): string {
  return pathOf(operation)
    .split("/")
    .map((segment) => (/^\{[^{}]+\}$/.test(segment) ? "2" : segment.includes("{") ? "1" : "0"))
    .join("");
}
