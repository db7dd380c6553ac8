import { type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What becomes of one attempt. `done` says whether the server does the work, which is not the same as whether it says so. */
export interface Behaviour {
  readonly name: string;
  readonly done: boolean;
  /** Whether a call that must not do its work twice may be repeated after it, and whether any other may. */
  readonly repeats: "always" | "safe" | "never";
  /** Absent where the server cannot be reached at all. */
  readonly answer?: (response: ServerResponse) => void;
}

function status(code: number, headers: Record<string, string> = {}, problem?: object) {
  return (response: ServerResponse): void => {
    const type = { "content-type": "application/problem+json" };
    response.writeHead(code, { ...(problem && type), ...headers });
    response.end(problem && JSON.stringify(problem));
  };
}

/** The answer of a server that has done the work. */
export const fine: Behaviour = {
  name: "200",
  done: true,
  repeats: "never",
  answer(response) {
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"t"}');
  },
};

const silence: Behaviour = { name: "done, then silence", done: true, repeats: "safe", answer() {} };

/** Every way in which an attempt can fail. */
export const failures: readonly Behaviour[] = [
  { name: "refused", done: false, repeats: "always" },
  { name: "done, then reset", done: true, repeats: "safe", answer: (r) => r.destroy() },
  silence,
  {
    name: "done, then a cut body",
    done: true,
    repeats: "safe",
    answer(response) {
      response.writeHead(200, { "content-type": "application/json", "content-length": 99 });
      response.write('{"id":', () => response.destroy());
    },
  },
  { name: "429", done: false, repeats: "always", answer: status(429) },
  {
    name: "503 with a time",
    done: false,
    repeats: "always",
    answer: status(503, { "retry-after": "0" }),
  },
  { name: "done, then 503", done: true, repeats: "safe", answer: status(503) },
  { name: "done, then 502", done: true, repeats: "safe", answer: status(502) },
  { name: "done, then 504", done: true, repeats: "safe", answer: status(504) },
  { name: "done, then 408", done: true, repeats: "safe", answer: status(408) },
  { name: "done, then 500", done: true, repeats: "never", answer: status(500) },
  { name: "400", done: false, repeats: "never", answer: status(400) },
  {
    name: "429 that is not to be repeated",
    done: false,
    repeats: "never",
    answer: status(429, {}, { retryable: false }),
  },
  {
    name: "done, then 500 that may be repeated",
    done: true,
    repeats: "safe",
    answer: status(500, {}, { retryable: true }),
  },
];

/** A server that keeps count of the work it has done for each call. */
export interface EffectServer extends AsyncDisposable {
  readonly url: string;
  /** Where nobody listens. */
  readonly nowhere: string;
  /** Says what becomes of the attempts of a call, one after the other; all others are fine. */
  readonly plan: (call: string, script: readonly Behaviour[]) => void;
  /** What becomes of the next attempt of a call: asked on the client's side, where a connection can be refused. */
  readonly next: (call: string) => Behaviour;
  readonly effects: (call: string) => number;
  readonly attempts: (call: string) => number;
}

/**
 * Starts one. A call is known by its `x-call` header, and work done under the same `idempotency-key` is done once.
 *
 * @param onSilence - Is told of a call that will not be answered.
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
      if (behaviour.done) set.add(String(request.headers["idempotency-key"] ?? `${set.size}`));
      if (behaviour === silence) onSilence(call);
      else behaviour.answer?.(response);
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
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return `http://127.0.0.1:${port}`;
}
