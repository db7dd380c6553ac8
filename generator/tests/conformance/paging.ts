import { importFrom } from "./workspace.js";

/** The part of the compiler that is needed here. */
interface Compiler {
  readonly getPagingOperation: (
    program: unknown,
    operation: unknown,
  ) => readonly [Paging | undefined, unknown];
  readonly resolveEncodedName: (program: unknown, property: unknown, media: string) => string;
}

/** The part of the library for HTTP that is needed here. */
interface Http {
  readonly getAllHttpServices: (program: unknown) => readonly [readonly Service[], unknown];
}

interface Service {
  readonly operations: readonly {
    readonly path: string;
    readonly verb: string;
    readonly operation: unknown;
    readonly parameters: { readonly properties: readonly HttpProperty[] };
    readonly responses: readonly {
      readonly responses: readonly {
        readonly properties: readonly HttpProperty[];
      }[];
    }[];
  }[];
}

/** A property as HTTP has it: `kind` says where. */
interface HttpProperty {
  readonly kind: string;
  readonly property: unknown;
  readonly options?: { readonly name: string };
}

/** The decorated properties of a paged operation. */
interface Paging {
  readonly input: { readonly continuationToken?: PagingProperty };
  readonly output: {
    readonly pageItems: PagingProperty;
    readonly nextLink?: PagingProperty;
    readonly continuationToken?: PagingProperty;
  };
}

interface PagingProperty {
  readonly property: unknown;
  /** From the body to the property. */
  readonly path: readonly unknown[];
}

/** An OpenAPI overlay. */
export interface Overlay {
  readonly overlay: "1.0.0";
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly { readonly target: string; readonly update: object }[];
}

/**
 * The overlay that says how the operations of a program page: OpenAPI has no word for TypeSpec's
 * decorators `@nextLink` and `@continuationToken`. `undefined` if none of them pages.
 */
export async function pagingOverlay(program: unknown): Promise<Overlay | undefined> {
  const compiler = await importFrom<Compiler>("@typespec/compiler");
  const { getAllHttpServices } = await importFrom<Http>("@typespec/http");
  const [services] = getAllHttpServices(program);
  const actions = services.flatMap(({ operations }) =>
    operations.flatMap((operation) => {
      const pagination = paginationOf(compiler, program, operation);
      if (!pagination) return [];
      const target = `$.paths['${operation.path}'].${operation.verb}`;
      return [{ target, update: { "x-speakeasy-pagination": pagination } }];
    }),
  );
  if (actions.length === 0) return undefined;
  return { overlay: "1.0.0", info: { title: "Paging", version: "1.0.0" }, actions };
}

function paginationOf(
  { getPagingOperation, resolveEncodedName }: Compiler,
  program: unknown,
  { operation, parameters, responses }: Service["operations"][number],
): object | undefined {
  const [paging] = getPagingOperation(program, operation);
  if (!paging) return undefined;
  const { pageItems, nextLink, continuationToken } = paging.output;
  const response = responses.flatMap((each) => each.responses)[0];
  const bodies = (response?.properties ?? []).filter(({ kind }) => /^body(?:Root)?$/.test(kind));
  const names = ({ path }: PagingProperty): string => {
    const inside = path.filter((part) => !bodies.some(({ property }) => property === part));
    // The names of the document's properties, which may be others in XML.
    const properties = inside.map((part) => resolveEncodedName(program, part, "application/json"));
    return ["$", ...properties].join(".");
  };
  const results = names(pageItems);
  if (nextLink) return { type: "url", outputs: { results, nextUrl: names(nextLink) } };
  const sent = parameters.properties.find(
    ({ property }) => property === paging.input.continuationToken?.property,
  );
  const isInHeader = response?.properties.some(
    ({ kind, property }) => kind === "header" && property === continuationToken?.property,
  );
  // Speakeasy's extension finds a cursor in the body only.
  if (!sent?.options || !continuationToken || isInHeader) return undefined;
  return {
    type: "cursor",
    inputs: [{ name: sent.options.name, in: "parameters", type: "cursor" }],
    outputs: { results, nextCursor: names(continuationToken) },
  };
}
