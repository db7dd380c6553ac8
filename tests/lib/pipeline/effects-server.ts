import { type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * How one attempt ends. `done` says whether the server does the work, which differs from what it
 * responds.
 */
export interface Behaviour {
  readonly name: string;
  readonly done: boolean;
  /** Which calls may be retried after it: all, only those that are safe to retry, or none. */
  readonly repeats: "always" | "safe" | "never";
  /** Whether the response leads to another URL of the server, whose response comes next. */
  readonly redirects?: true;
  /** Absent if the server cannot be reached. */
  readonly respond?: (response: ServerResponse) => void;
}

function status(code: number, headers: Record<string, string> = {}, problem?: object) {
  return (response: ServerResponse): void => {
    const type = { "content-type": "application/problem+json" };
    response.writeHead(code, { ...(problem && type), ...headers });
    response.end(problem && JSON.stringify(problem));
  };
}

/** The response of a server that has done the work. */
export const fine: Behaviour = {
  name: "200",
  done: true,
  repeats: "never",
  respond(response) {
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"t"}');
  },
};

const silence: Behaviour = {
  name: "done, then silence",
  done: true,
  repeats: "safe",
  respond() {},
};

/** A response that leads elsewhere: the request has reached the server. */
function redirect(name: string, code: number, done: boolean): Behaviour {
  const respond = status(code, { location: "/elsewhere" });
  return { name, done, repeats: "never", redirects: true, respond };
}

/** All ways in which an attempt can fail, or take a way around. */
export const failures: readonly Behaviour[] = [
  redirect("done, then 303", 303, true),
  redirect("302", 302, false),
  redirect("307", 307, false),
  { name: "refused", done: false, repeats: "always" },
  { name: "done, then reset", done: true, repeats: "safe", respond: (r) => r.destroy() },
  silence,
  {
    name: "done, then a cut body",
    done: true,
    repeats: "safe",
    respond(response) {
      response.writeHead(200, { "content-type": "application/json", "content-length": 99 });
      response.write('{"id":', () => response.destroy());
    },
  },
  { name: "429", done: false, repeats: "always", respond: status(429) },
  {
    name: "503 with a time",
    done: false,
    repeats: "always",
    respond: status(503, { "retry-after": "0" }),
  },
  { name: "done, then 503", done: true, repeats: "safe", respond: status(503) },
  { name: "done, then 502", done: true, repeats: "safe", respond: status(502) },
  { name: "done, then 504", done: true, repeats: "safe", respond: status(504) },
  { name: "done, then 408", done: true, repeats: "safe", respond: status(408) },
  { name: "done, then 500", done: true, repeats: "never", respond: status(500) },
  { name: "400", done: false, repeats: "never", respond: status(400) },
  {
    name: "429 that is not to be repeated",
    done: false,
    repeats: "never",
    respond: status(429, {}, { retryable: false }),
  },
  {
    name: "done, then 500 that may be repeated",
    done: true,
    repeats: "safe",
    respond: status(500, {}, { retryable: true }),
  },
];

/** A server that counts the work it has done for each call. */
export interface EffectServer extends AsyncDisposable {
  readonly url: string;
  /** A URL where nothing listens. */
  readonly nowhere: string;
  /** Sets how the attempts of a call end, in turn. Later attempts succeed. */
  readonly plan: (call: string, script: readonly Behaviour[]) => void;
  /**
   * How the next attempt of a call ends. Called on the client's side, where connections can be
   * refused.
   */
  readonly next: (call: string) => Behaviour;
  readonly effects: (call: string) => number;
  readonly attempts: (call: string) => number;
}

/**
 * Starts a server. A call is identified by its `x-call` header. Work with the same
 * `idempotency-key` is done once.
 *
 * @param onSilence - Called for a call that will get no response.
 */
export async function effectServer(onSilence: (call: string) => void): Promise<EffectServer> {
  const scripts = new Map<string, Behaviour[]>();
  const done = new Map<string, Set<string>>();
  const tried = new Map<string, number>();
  const next = (call: string): Behaviour => {
    tried.set(call, (tried.get(call) ?? 0) + 1);
    return scripts.get(call)?.shift() ?? fine;
  };
  const pending = new Map<string, Behaviour>();
  const closed = createServer();
  const nowhere = await listening(closed);
  await new Promise((resolve) => closed.close(resolve));
  const server = createServer((request, response) => {
    const call = String(request.headers["x-call"]);
    const behaviour = pending.get(call) ?? fine;
    request.resume().on("end", () => {
      const set = done.get(call) ?? new Set();
      done.set(call, set);
      // Following a redirect by GET does not do the work again.
      const isFollowUp = request.method === "GET" && request.url === "/elsewhere" && set.size > 0;
      if (behaviour.done && !isFollowUp)
        set.add(String(request.headers["idempotency-key"] ?? `${set.size}`));
      if (behaviour === silence) onSilence(call);
      else behaviour.respond?.(response);
    });
  });
  return {
    url: await listening(server),
    nowhere,
    plan: (call, script) => void scripts.set(call, [...script]),
    next(call) {
      const behaviour = next(call);
      pending.set(call, behaviour);
      return behaviour;
    },
    effects: (call) => done.get(call)?.size ?? 0,
    attempts: (call) => tried.get(call) ?? 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // of a TCP server
  return `http://127.0.0.1:${port}`;
}
