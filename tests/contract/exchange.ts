import { HTTPClient } from "connections-sdk";
import type { Ledger } from "./ledger.js";

/** A request of a step, and the server's response to it. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly status: number;
  readonly type: string | undefined;
  /** The body: JSON if it is. */
  readonly body: unknown;
}

/** Sends the requests of one run and keeps what came back. */
export class Recorder {
  readonly #ledger: Ledger;
  readonly #exchanges: Exchange[] = [];
  /** Whether the step creates something whose name the server gives. */
  isCreating = false;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** For the `httpClient` of an SDK. */
  readonly httpClient: HTTPClient = new HTTPClient({
    fetcher: (input, init) => this.send(new Request(input, init)),
  });

  /** Sends a request, unless it could change what the run has not made. */
  async send(request: Request): Promise<Response> {
    const copy = request.clone();
    this.#ledger.check(request.method, request.url, await copy.text(), this.isCreating);
    const response = await fetch(request);
    const { pathname, search } = new URL(request.url);
    this.#exchanges.push({
      method: request.method,
      path: pathname + search,
      status: response.status,
      type: response.headers.get("content-type")?.split(";", 1)[0],
      body: parsed(await response.clone().text()),
    });
    return response;
  }

  /** Returns the exchanges since the last call. */
  take(): Exchange[] {
    return this.#exchanges.splice(0);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
