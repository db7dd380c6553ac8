import { type ServeOptions, type ServedEmulator, serve } from "connections-sdk/testing";

/** What came back, read to the end. */
export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; `undefined` where it is none. */
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are asserted on, member by member
  readonly json: any;
}

/** A served emulator and a bare client of its Ampersand. */
export interface Fixture extends ServedEmulator {
  call(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Answer>;
}

/** Starts an emulator on a free port, with a client that sends an API key and JSON. */
export async function start(options?: ServeOptions): Promise<Fixture> {
  const served = await serve(options);
  const call: Fixture["call"] = async (method, path, body, headers) =>
    readAnswer(
      await fetch(served.serverURL("ampersand") + path, {
        method,
        headers: headers ?? { "x-api-key": "key", ...(body !== undefined && jsonType) },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  return { ...served, call };
}

const jsonType = { "content-type": "application/json" };

/** Reads a response to the end. */
export async function readAnswer(response: Response): Promise<Answer> {
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
