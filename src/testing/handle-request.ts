import { type Cut, type Fault, type Faults, cutOf, applyFault } from "./faults.js";
import { type Log, describeRequest } from "./log.js";
import type { EmulatedPlatform } from "./emulated-platform.js";
import type { PlatformName } from "./platforms.js";
import type { EmulatedRequest, EmulatedResponse } from "./messages.js";

/** The response to a request, and where to cut the connection while sending it. */
export interface HandledRequest {
  /** The response to send. */
  readonly response: Response;
  /** Where to cut the connection, if at all. */
  readonly cut?: Cut;
}

/** What all platforms of an emulator share. */
export interface Shared {
  readonly faults: Faults;
  readonly log: Log;
}

/** Handles a request to a platform at one of its base URLs. */
export type RequestHandler = (request: Request, mount: Mount) => Promise<HandledRequest>;

/** A platform at one of its base URLs. */
export interface Mount {
  readonly name: PlatformName;
  readonly base: string;
  readonly platform: EmulatedPlatform;
}

/** Creates the handler that takes a request through the log, the faults and the platform. */
export function createRequestHandler({ faults, log }: Shared): RequestHandler {
  return async (request, { name, base, platform }) => {
    const emulated = await readRequest(request, base);
    const { method, path } = emulated;
    const setStatus = log.record(
      describeRequest(name, request, emulated, platform.hasSecretBody?.(path)),
    );
    const fault = faults.take(name, method, path);
    await delay(fault, request.signal);
    if (request.signal.aborted || fault?.reset === "before") return withoutResponse();
    const response = applyFault(fault, platform, () => platform.handle(emulated));
    const cut = cutOf(fault);
    setStatus(response.status);
    return { response: toResponse(response), ...(cut && { cut }) };
  };
}

async function readRequest(request: Request, base: string): Promise<EmulatedRequest> {
  const { pathname, searchParams } = new URL(request.url);
  return {
    method: request.method.toUpperCase(),
    path: pathname.slice(new URL(base).pathname.replace(/\/$/, "").length),
    query: searchParams,
    headers: request.headers,
    body: await request.text(),
  };
}

function delay(fault: Fault | undefined, signal: AbortSignal): Promise<void> {
  const ms = fault?.delayMs;
  if (ms === undefined || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}

/** The null body statuses of the Fetch standard: a `Response` with one must not have a body. */
const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

function withoutResponse(): HandledRequest {
  return { response: new Response(null), cut: "before" };
}

function toResponse({ status, type, headers, body }: EmulatedResponse): Response {
  return new Response(NULL_BODY_STATUSES.has(status) ? null : (body ?? null), {
    status,
    headers: { ...headers, ...(type !== undefined && { "content-type": type }) },
  });
}
