/**
 * A hand-written fetch client of Linkhub, as an application may have one. Knows nothing of the
 * unified API.
 */
import { ConnectionError, SDKError } from "connections-sdk";
import {
  type ClientOptions,
  type RequestOptions,
  type Result,
  err,
  invalidRequest,
  ok,
} from "connections-sdk/platform";
import type { Link } from "./server.js";

/** A page of links. */
export interface LinkPage {
  readonly links: readonly Link[];
  readonly next: string | null;
}

/** Linkhub's error for a link that does not exist. */
export class LinkNotFound extends SDKError {
  override readonly name = "LinkNotFound";
  readonly reason: string;

  constructor(reason: string) {
    super(`404: ${reason}`);
    this.reason = reason;
  }
}

/** Any other error of Linkhub. */
export class LinkhubError extends SDKError {
  override readonly name = "LinkhubError";
  readonly statusCode: number;

  constructor(statusCode: number, reason: string) {
    super(`${statusCode}: ${reason}`);
    this.statusCode = statusCode;
  }
}

/** The errors that a call can return. */
type Failure = ConnectionError | LinkhubError | LinkNotFound;

/** Options of the client. */
export interface LinkhubOptions extends ClientOptions {
  apiKey: string;
}

/** The client. Its functions return promises of results. They reject if a response is not JSON. */
export class LinkhubClient {
  readonly #options: LinkhubOptions;

  constructor(options: LinkhubOptions) {
    this.#options = options;
  }

  listLinks(
    query: { account: string; service?: string | undefined; cursor?: string | undefined },
    options?: RequestOptions,
  ): Promise<Result<LinkPage, Failure>> {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) search.set(name, value);
    }
    return this.#send("GET", `/v1/links?${search}`, options);
  }

  async getLink(linkId: string, options?: RequestOptions): Promise<Result<Link, Failure>> {
    if (typeof linkId !== "string") throw invalidRequest(linkId, ["linkId"], "expected a string");
    return this.#send("GET", `/v1/links/${encodeURIComponent(linkId)}`, options);
  }

  deleteLink(linkId: string, options?: RequestOptions): Promise<Result<null, Failure>> {
    return this.#send("DELETE", `/v1/links/${encodeURIComponent(linkId)}`, options);
  }

  async #send<T>(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Result<T, Failure>> {
    const { serverURL = "https://api.linkhub.example", apiKey } = this.#options;
    const headers = { authorization: `Bearer ${apiKey}` };
    let response: Response;
    try {
      response = await fetch(serverURL + path, { method, headers, signal: options.signal ?? null });
    } catch (cause) {
      return err(new ConnectionError("Connection to Linkhub failed", { cause }));
    }
    const text = await response.text();
    const body: unknown = text === "" ? null : JSON.parse(text);
    if (response.ok) return ok(body as T); // what Linkhub documents
    const { code, reason } = body as { code: string; reason: string }; // what Linkhub documents
    return err(
      code === "link_not_found"
        ? new LinkNotFound(reason)
        : new LinkhubError(response.status, reason),
    );
  }
}
