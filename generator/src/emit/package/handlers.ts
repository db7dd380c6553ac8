import type { Operation, Server } from "../../model/types.js";
import { identifier } from "../../name/identifier.js";
import { keywords } from "../../name/reserved.js";
import { scope } from "../../name/scope.js";
import type { OutputFile } from "../../output/output-file.js";
import type { Site } from "../docs/site.js";
import { type CodeFile, code, codeFile } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { lines } from "../print/expression.js";
import { join } from "../print/layout.js";
import { memberKey, stringLiteral } from "../print/literal.js";
import { external } from "../print/symbol.js";
import { exampleAnswer, responseLayout } from "./answers.js";

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

/** src/testing/handlers.ts: an msw handler for every operation, answering the document's example. */
export function emitHandlers(site: Site): OutputFile {
  const names = handlerNames(site);
  const operations = mockable(site);
  const file = codeFile(`${handlersModule}.ts`, { reserved: [...own, ...names.values()] });
  file.print(code`
    /** Options of the handlers. */
    export interface HandlerOptions {
      /** Where the API is expected. Default: the server of the document. */
      readonly baseURL?: string;
    }
  `);
  file.print(code`
    /** Handlers of every operation, for \`setupServer\` or \`setupWorker\`. Put your own before them: the first that matches answers. */
    export function handlers(options: HandlerOptions = {}): ${HttpHandler}[] {
      return [
        ${lines(bySpecificity(operations).map((operation) => `${names.get(operation) ?? ""}(undefined, options),`))}
      ];
    }
  `);
  for (const operation of operations)
    printHandler(site, file, operation, names.get(operation) ?? "");
  printMatcher(file, defaultServer(site.api.servers));
  return file.finish();
}

/** The operations that `fetch` can send. */
export function mockable(site: Site): readonly Operation[] {
  return site.api.operations.filter(({ method }) => method !== "TRACE");
}

/** What the handlers are called: `listConnections`, after the operation's id. */
export function handlerNames(site: Site): ReadonlyMap<Operation, string> {
  const names = scope([...own, ...keywords]);
  return new Map(
    mockable(site).map((operation) => {
      const type = site.plan.operation(operation).response.name.replace(/Response(?=[_\d]*$)/, "");
      const name = identifier(type.charAt(0).toLowerCase() + type.slice(1), "operation");
      return [operation, names.claim(name, `${name}Handler`)];
    }),
  );
}

function printHandler(site: Site, file: CodeFile, operation: Operation, name: string): void {
  const names = pathNames(pathOf(operation)).map((param) => `${memberKey(param)}: string`);
  const params = names.length === 0 ? "" : ["<{ ", join("; ", names), " }>"];
  const { servers } = operation;
  const base = servers && servers.length > 0 ? stringLiteral(defaultServer(servers)) : "server";
  file.print(code`
    ${docComment({ text: [`${operation.method} ${operation.path}`.replace(/\s+/g, " ")] })}
    export function ${name}(
      resolver: ${Resolver}${params} = () => ${responseLayout(site, operation, exampleAnswer(operation))},
      { baseURL = ${base} }: HandlerOptions = {},
    ): ${HttpHandler} {
      return on("${operation.method.toLowerCase()}", baseURL, ${stringLiteral(pathOf(operation))}, resolver);
    }
  `);
}

function printMatcher(file: CodeFile, base: string): void {
  file.print(code`
    const server = ${stringLiteral(base)};
  `);
  file.print(code`
    /** A handler for a path as the document writes it; \`{name}\` is anything but a slash, and nothing else has a meaning. */
    function on<Params extends ${PathParams}<keyof Params>>(
      method: keyof typeof ${http},
      baseURL: string,
      template: string,
      resolver: ${Resolver}<Params>,
    ): ${HttpHandler} {
      const base = new URL(baseURL);
      // The name of a parameter may hold a slash, which is not one of the path.
      const wanted = (base.pathname.replace(/\\/+$/, "") + template).split(/\\/(?![^{}]*\\})/);
      return ${http}[method]<Params, ${Body}, ${Body}>(({ request }) => {
        const { origin, pathname } = new URL(request.url);
        const given = pathname.split("/");
        if (origin !== base.origin || given.length !== wanted.length) return false;
        const params: Record<string, string> = {};
        const matches = wanted.every((segment, index) => take(segment, given[index] ?? "", params));
        return matches ? { matches, params: params as Params } : false; // the template names exactly these
      }, resolver);
    }
  `);
  file.print(code`
    /** Compares a segment of a path with its template, and takes the parameters out of it. */
    function take(template: string, segment: string, params: Record<string, string>): boolean {
      const parts = template.split(/\\{([^{}]+)\\}/);
      const source = parts.map((part, index) => (index % 2 === 1 ? "(.+?)" : escaped(decoded(part)))).join("");
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

/** The path that is matched: without a query or fragment, should the document have put one there. */
export function pathOf(operation: Operation): string {
  return operation.path.replace(/[?#].*$/s, "");
}

/** The names in a path template. */
export function pathNames(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name))];
}

/** The first server of the document with the defaults of its variables, where it is a whole URL. */
function defaultServer(servers: readonly Server[]): string {
  const [first] = servers;
  const url = first?.url.replace(
    /\{([^{}]+)\}/g,
    (whole, name: string) => first.variables.find((each) => each.name === name)?.default ?? whole,
  );
  return url !== undefined && /^https?:\/\//i.test(url) ? url : "https://api.example.com";
}

/** Literal segments before parameters, so that `/connections/search` is not taken for an id. */
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
