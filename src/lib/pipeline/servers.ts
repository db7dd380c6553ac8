import type { RequestOptions } from "../call/request-options.js";
import type { OperationSpec } from "../spec/operation-spec.js";
import { InvalidRequestError } from "../errors/client.js";
import type { ClientConfig, Server, Settings } from "./settings.js";

/**
 * The base URL of a call: the call's `serverURL`, the client's `serverURL`, the operation's own
 * server, or the server that the client selects from the document, in this order.
 */
export function baseURL(
  settings: Settings,
  operation: Pick<OperationSpec<never, unknown, unknown>, "servers" | "security">,
  options: RequestOptions,
): string {
  const { config } = settings;
  const override = options.serverURL || settings.options.serverURL;
  const url = override || operation.servers?.[0] || configuredServer(settings);
  // Plain http would reveal credentials. Only the document and `allowHTTP` permit that.
  const isGuarded =
    override && !settings.options.allowHTTP && (operation.security ?? config.security)?.length;
  const cache = isGuarded ? settings.guardedBases : settings.bases;
  let base = cache.get(url);
  if (base === undefined) cache.set(url, (base = normalizeBase(url, !isGuarded)));
  return base;
}

/**
 * Selects one of several named servers. The `select` of clients whose document names its servers.
 */
export function selectServer(
  config: ClientConfig,
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  const server = findServer(config, options);
  return typeof server === "object" ? server.url : server;
}

/** Finds the server that the client's `server` or `serverIdx` option names. */
export function findServer(
  { servers }: ClientConfig,
  { server: id, serverIdx = 0 }: Readonly<Record<string, unknown>>,
): Server | string | undefined {
  return servers.find((server, i) =>
    id === undefined ? i === serverIdx : typeof server === "object" && server.id === id,
  );
}

function configuredServer({ config, options }: Settings): string {
  const { serverIdx = 0, server } = options;
  const url = config.select ? config.select(config, options) : config.servers[serverIdx];
  if (typeof url === "string") return url;
  const selected = JSON.stringify(server ?? serverIdx);
  // Quoted if it can be a name: a URL with credentials may have been passed for it.
  const missing = /^(?:-?\d{1,3}|"[a-z-]{1,40}")$/i.test(selected)
    ? `server ${selected}`
    : "such server";
  throw new InvalidRequestError(`serverURL: required, because the document has no ${missing}`);
}

/** The local machine (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3). */
export const LOOPBACK: RegExp = /^((.+\.)?localhost|127(\.\d+){3}|\[::1])$/;

/** Validates a base URL and removes trailing slashes, which would be doubled before a path. */
function normalizeBase(url: string, allowHTTP: boolean): string {
  try {
    const { protocol, hostname, username, password, href } = new URL(url);
    const isAllowed =
      protocol === "https:" || (protocol === "http:" && (allowHTTP || LOOPBACK.test(hostname)));
    if (isAllowed && !username && !password && !/[?#]/.test(href))
      return href.replace(/(?<!\/)\/+$/, "");
  } catch {
    // Not a URL: the error below says what is expected.
  }
  throw new InvalidRequestError(
    "serverURL: expected an https URL without query, fragment or credentials; http is allowed for localhost, or with allowHTTP: true",
  );
}
