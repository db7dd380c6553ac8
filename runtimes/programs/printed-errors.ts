/**
 * Prints errors in every way in which a program prints what it caught, and ends with one that
 * nobody caught. The key is in everything that the errors hold. It must not be in the output.
 */
import process from "node:process";
import { inspect } from "node:util";
import { HTTPClient, SDK } from "connections-sdk";

/** Joined at run time, because runtimes print the lines of the source that an error comes from. */
export const key: string = ["c4nary", "0fTheKey"].join("");

const projectIdOrName = "my-project";
const retryConfig = { strategy: "none" } as const;

/** Runs against the emulator at a URL, whose fragment says how the program ends. */
export async function program(where: string): Promise<string[]> {
  const [url = "", end] = where.split("#");
  const errors = await Promise.all((await failures(url)).map(errorOf));
  for (const error of errors) {
    console.log(error);
    console.log({ error }, [error]);
    console.error("%s %o %O %j", error, error, error, error);
    console.dir(error, { showHidden: true, depth: 20 });
    console.table([error]);
    console.info(structuredClone(error));
    console.log(inspect(error, { showHidden: true, depth: 20 }));
    console.log(JSON.stringify({ error, string: `${error}` }));
    console.log(new Error("It did not work", { cause: error }));
    console.log(new AggregateError([error], "None of them worked"));
  }
  // The last one has a cause that quotes the key.
  const last = errors.at(-1);
  if (end === "rejection") void Promise.reject(last);
  if (end === "exception")
    setTimeout(() => {
      throw last;
    });
  if (end === "cause") throw new Error("It did not work", { cause: last });
  if (end === "aggregate") throw new AggregateError(errors, "None of them worked");
  // Bun prints the error and goes on.
  await new Promise((resolve) => setTimeout(resolve, 500));
  process.exit(1);
}

async function failures(url: string): Promise<Promise<unknown>[]> {
  const serverURL = `${url}/ampersand/v1`;
  const options = { apiKeyHeader: key, serverURL, retryConfig };
  const sdk = new SDK(options);
  const list = (client: SDK): Promise<unknown> =>
    client.connections.list({ projectIdOrName }).then();
  const failWith = (message: string) => async (): Promise<never> => {
    throw Object.assign(new Error(message), { config: { headers: { "x-api-key": key } } });
  };
  const detail = `no such key: ${key}`;
  await fail(url, {
    status: 422,
    contentType: "application/problem+json",
    headers: { "x-echo": key },
    body: { title: detail, detail, causes: [detail], errors: [{ message: detail }], cause: [key] },
  });
  const problem = list(sdk);
  await problem.catch(() => {});
  await fail(url, { status: 200, body: key, contentType: "application/json" });
  return [
    problem,
    list(sdk),
    sdk.connections.get({ projectIdOrName, connectionId: [key] as unknown as string }),
    list(new SDK({ ...options, apiKeyHeader: failWith("no token server") })),
    list(new SDK({ ...options, serverURL: "http://127.0.0.1:65535" })),
    list(
      new SDK({ ...options, httpClient: new HTTPClient({ fetcher: failWith(`down: ${key}`) }) }),
    ),
  ];
}

function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("a call succeeded");
    },
    (error: unknown) => error,
  );
}

async function fail(url: string, fault: Readonly<Record<string, unknown>>): Promise<void> {
  const init = { method: "POST", body: JSON.stringify(fault) };
  const response = await fetch(`${url}/__emulator/faults`, init);
  if (response.status !== 204) throw new Error(await response.text());
}
