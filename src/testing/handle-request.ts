import { type Cut, type Fault, type Faults, cutOf, spoil } from "./faults.js";
import { type Log, describeRequest } from "./log.js";
import type { EmulatedPlatform } from "./emulated-platform.js";
import type { PlatformName } from "./platforms.js";
import type { EmulatedRequest, EmulatedResponse } from "./messages.js";

/** The answer to a request, and where the connection is to be cut while it is sent. */
export interface HandledRequest {
  readonly response: Response;
  readonly cut?: Cut;
}

/** What all platforms of an emulator share. */
export interface Shared {
  readonly faults: Faults;
  readonly log: Log;
}

/** Carries out a request to a platform that is reached at a base URL. */
export type RequestHandler = (request: Request, mount: Mount) => Promise<HandledRequest>;

/** A platform at one of the base URLs where it is reached. */
export interface Mount {
  readonly name: PlatformName;
  readonly base: string;
  readonly platform: EmulatedPlatform;
}

/** Makes the way of a request through faults, platform and log. */
export function createRequestHandler({ faults, log }: Shared): RequestHandler {
  return async (request, { name, base, platform }) => {
    const call = await readRequest(request, base);
    const close = log.note(
      describeRequest(name, request, call, platform.hasSecretBody?.(call.path)),
    );
    const fault = faults.take(name, call.method, call.path);
    await delay(fault, request.signal);
    if (request.signal.aborted || fault?.reset === "before") return unanswered();
    const reply = spoil(fault, platform, () => platform.handle(call));
    const cut = cutOf(fault);
    close(reply.status);
    return { response: toResponse(reply), ...(cut && { cut }) };
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

/** Statuses with which a `Response` refuses to have a body (Fetch, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

function unanswered(): HandledRequest {
  return { response: new Response(null), cut: "before" };
}

function toResponse({ status, type, headers, body }: EmulatedResponse): Response {
  return new Response(bodiless.has(status) ? null : (body ?? null), {
    status,
    headers: { ...headers, ...(type !== undefined && { "content-type": type }) },
  });
}
