import type { RequestOptions } from "../call/request-options.js";
import type { OperationSpec } from "../spec/operation-spec.js";
import { InvalidRequestError } from "../errors/client.js";
import type { ClientConfig, Server, Settings } from "./settings.js";

/**
 * Where a call goes. What is said last and closest wins: the call's `serverURL`, the client's `serverURL`, the operation's own
 * server, the client's choice among the servers of the description.
 */
export function baseURL(
  settings: Settings,
  operation: Pick<OperationSpec<never, unknown, unknown>, "servers" | "security">,
  options: RequestOptions,
): string {
  const { config } = settings;
  const given = options.serverURL || settings.options.serverURL;
  const url = given || operation.servers?.[0] || serverOfConfig(settings);
  // What goes over the wire for everybody to read is for the description's author and the user to decide.
  const secret =
    given && !settings.options.allowHTTP && (operation.security ?? config.security)?.length;
  const bases = secret ? settings.guardedBases : settings.bases;
  let base = bases.get(url);
  if (base === undefined) bases.set(url, (base = normalize(url, !secret)));
  return base;
}

/** Chooses among servers that have names: given to a client's `select` where a description has such servers. */
export function selectServer(
  config: ClientConfig,
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  const chosen = chosenServer(config, options);
  return typeof chosen === "object" ? chosen.url : chosen;
}

/** What the client's `server` or `serverIdx` names. */
export function chosenServer(
  { servers }: ClientConfig,
  { server, serverIdx = 0 }: Readonly<Record<string, unknown>>,
): Server | string | undefined {
  return servers.find((s, i) =>
    server === undefined ? i === serverIdx : typeof s === "object" && s.id === server,
  );
}

function serverOfConfig({ config, options }: Settings): string {
  const { serverIdx = 0, server } = options;
  const chosen = config.select ? config.select(config, options) : config.servers[serverIdx];
  if (typeof chosen === "string") return chosen;
  throw new InvalidRequestError(
    `serverURL: expected one, as the API's description has no server ${JSON.stringify(server ?? serverIdx)}`,
  );
}

/** This machine (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3). */
const LOOPBACK = /^((.+\.)?localhost|127(\.\d+){3}|\[::1])$/;

/** Checks a base URL once and takes off what would double the slash before a path. */
function normalize(given: string, mayBeOpen: boolean): string {
  try {
    const { protocol, hostname, username, password, href } = new URL(given);
    const fits =
      protocol === "https:" || (protocol === "http:" && (mayBeOpen || LOOPBACK.test(hostname)));
    if (fits && !username && !password && !/[?#]/.test(href))
      return href.replace(/(?<!\/)\/+$/, "");
  } catch {
    // It is none.
  }
  throw new InvalidRequestError(
    "serverURL: expected an https URL without query, fragment or credentials; http is for this machine, or with allowHTTP: true",
  );
}
