import type { Call } from "./call.js";
import { type Runtime, runtimeOf } from "./client.js";
import { env } from "./env.js";
import { SDKValidationError, issue } from "./errors/validation.js";
import type { SecurityScheme } from "./security.js";

/**
 * Puts the credentials into a call. Synchronous where they are, so that the usual call does not wait. Done for each attempt:
 * a token that expired in between is asked for again.
 */
export function sign(call: Call): Call | Promise<Call> {
  const runtime = runtimeOf(call.client);
  const alternatives = call.operation.security ?? runtime.config.security ?? [];
  if (alternatives.length === 0) return call;
  const chosen = alternatives.find((schemes) =>
    schemes.every((scheme) => has(runtime, call, scheme)),
  );
  if (chosen === undefined) throw missing(runtime, alternatives);
  const schemes = chosen.filter((scheme) => own(call, scheme) === undefined);
  const credentials = schemes.map((scheme) => ask(runtime, scheme.option));
  return credentials.some((credential) => credential instanceof Promise)
    ? Promise.all(credentials).then((settled) => put(call, chosen, schemes, settled))
    : put(call, chosen, schemes, credentials);
}

/** The caller's own header in place of a scheme's. */
function own(call: Call, scheme: SecurityScheme): string | undefined {
  return call.headers[scheme.header ?? ""];
}

function put(
  call: Call,
  chosen: readonly SecurityScheme[],
  schemes: readonly SecurityScheme[],
  credentials: readonly unknown[],
): Call {
  // What the caller put there is a secret as well: `Bearer token` and `token`.
  const secrets = chosen.flatMap((scheme) => {
    const value = own(call, scheme) ?? "";
    return [value, value.slice(value.indexOf(" ") + 1)];
  });
  const signed = { ...call, headers: { ...call.headers }, secrets };
  schemes.forEach((scheme, i) => scheme.sign(credentials[i], signed));
  return signed;
}

/** A scheme is satisfied by a credential of the client, or by the caller's own header. */
function has(runtime: Runtime, call: Call, scheme: SecurityScheme): boolean {
  return Boolean(credentialOf(runtime, scheme.option)) || own(call, scheme) !== undefined;
}

function credentialOf(runtime: Runtime, option: string): unknown {
  const { options, config } = runtime;
  const nested = options.security as Readonly<Record<string, unknown>> | undefined; // where security is not flattened
  return options[option] || nested?.[option] || (config.env && env(variable(config.env, option)));
}

/** Calls that overlap share one answer of a callback; the next call asks anew. */
function ask(runtime: Runtime, option: string): unknown {
  const credential = credentialOf(runtime, option);
  if (typeof credential !== "function") return credential;
  const under = runtime.asking.get(option);
  if (under !== undefined) return under;
  const answer = (credential as () => unknown)();
  if (typeof answer === "string") return answer;
  const asking = Promise.resolve(answer).finally(() => runtime.asking.delete(option));
  runtime.asking.set(option, asking);
  // Another callback may throw before anybody waits for this one.
  asking.catch(() => {});
  return asking;
}

/** `apiKeyHeader` under `SDKNODEPLATFORM` is `SDKNODEPLATFORM_API_KEY_HEADER`. */
function variable(prefix: string, option: string): string {
  return `${prefix}_${option.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}`;
}

function missing(
  { config }: Runtime,
  alternatives: readonly (readonly SecurityScheme[])[],
): SDKValidationError {
  const options = alternatives
    .map((schemes) => schemes.map((scheme) => scheme.option).join(" with "))
    .join(" or ");
  const first = alternatives[0]?.[0]?.option ?? "security";
  const variables = config.env === undefined ? "" : `, or set ${variable(config.env, first)}`;
  return new SDKValidationError(
    [issue([first], `expected a credential, received none: pass ${options}${variables}`)],
    undefined,
  );
}
