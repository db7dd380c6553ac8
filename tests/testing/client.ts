import { type ServeOptions, type ServedEmulator, serve } from "connections-sdk/testing";

/** A response with its body. */
export interface ReceivedResponse {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON. `undefined` if it is not JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests assert on its members
  readonly json: any;
}

/** An emulator on a port, and a simple client of its Ampersand. */
export interface Fixture extends ServedEmulator {
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
  ): Promise<ReceivedResponse>;
}

/** Starts an emulator on a free port, with a client that sends an API key and JSON. */
export async function start(options?: ServeOptions): Promise<Fixture> {
  const served = await serve(options);
  const call: Fixture["call"] = async (method, path, body, headers) =>
    readResponse(
      await fetch(served.serverURL("ampersand") + path, {
        method,
        headers: headers ?? { "x-api-key": "key", ...(body !== undefined && jsonType) },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  return { ...served, call };
}

const jsonType = { "content-type": "application/json" };

/** Reads a response with its body. */
export async function readResponse(response: Response): Promise<ReceivedResponse> {
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    headers: response.headers,
    text,
    json: asJson(text),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The connections of the seeded project. */
export const CONNECTIONS = "/projects/my-project/connections";
