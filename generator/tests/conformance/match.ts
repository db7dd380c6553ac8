import type { Operation, Server } from "../../src/model/types.js";
import type { ScenarioCall } from "./scenarios.js";
import type { SpecSdk } from "./sdk.js";

/** The operation that a call of a scenario is made with. */
export interface Match {
  readonly sdk: SpecSdk;
  readonly operation: Operation;
  /** The parts of the path that stand for parameters of the operation, decoded. */
  readonly path: ReadonlyMap<string, string>;
  /** The values of the server's variables, without the one that holds the origin. */
  readonly variables: ReadonlyMap<string, string>;
  /** The variable of the server that holds the origin. */
  readonly originVariable: string | undefined;
}

/** Finds the operation for a call: the one whose path fits the call's path most literally. */
export function matchCall(sdks: readonly SpecSdk[], call: ScenarioCall): Match | undefined {
  let best: { readonly match: Match; readonly score: number } | undefined;
  for (const sdk of sdks) {
    for (const operation of sdk.context.api.operations) {
      if (operation.method !== call.method) continue;
      const found = matchPath(sdk, operation, call.uri);
      if (!found) continue;
      const score = found.literals + (isOfVersion(sdk, call) ? 1000 : 0);
      if (!best || score >= best.score) best = { match: found.match, score };
    }
  }
  return best?.match;
}

/** True if a call names the version that a document describes. */
function isOfVersion({ document }: SpecSdk, call: ScenarioCall): boolean {
  const version = /\.(.+)$/.exec(document.key)?.[1];
  if (version === undefined) return true;
  const words = [...call.uri.split(/[/:]/), ...Object.values(call.query)];
  return words.includes(version);
}

function matchPath(
  sdk: SpecSdk,
  operation: Operation,
  uri: string,
): { readonly match: Match; readonly literals: number } | undefined {
  const server = (operation.servers ?? sdk.context.api.servers)[0];
  const originVariable = originOf(server);
  const base = (server?.url ?? "")
    .replace(/^https?:\/\/[^/]*/, "")
    .replace(originVariable === undefined ? /^(?!)/ : `{${originVariable}}`, "");
  const template = `${base}${operation.path}`;
  const names: string[] = [];
  const pattern = template.replace(/\{([^{}]+)\}|[^{}]/g, (part, name?: string) => {
    if (name === undefined) return part.replace(/[.*+?^$()|[\]\\/]/g, "\\$&");
    names.push(name);
    return "(.+?)";
  });
  const found = new RegExp(`^${pattern.replace(/\/$/, "")}/?$`).exec(uri);
  if (!found) return undefined;
  const values = new Map(names.map((name, index) => [name, decoded(found[index + 1] ?? "")]));
  const isVariable = (name: string): boolean =>
    server?.variables.some((variable) => variable.name === name) ?? false;
  const entries = [...values];
  return {
    match: {
      sdk,
      operation,
      path: new Map(entries.filter(([name]) => !isVariable(name))),
      variables: new Map(entries.filter(([name]) => isVariable(name))),
      originVariable,
    },
    literals: template.replaceAll(/\{[^{}]+\}/g, "").length,
  };
}

/** The variable that a server's URL starts with. */
function originOf(server: Server | undefined): string | undefined {
  return /^\{([^{}]+)\}/.exec(server?.url ?? "")?.[1];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
