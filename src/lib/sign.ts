import type { Call } from "./call.js";
import { env } from "./env.js";
import { SDKValidationError, issue } from "./errors/validation.js";
import type { SecurityScheme } from "./security.js";
import type { Settings } from "./settings.js";

/**
 * Puts the credentials into a call. Synchronous where they are, so that the usual call does not wait. Done for each attempt:
 * a token that expired in between is asked for again.
 */
export function sign(call: Call, settings: Settings): Call | Promise<Call> {
  const alternatives = call.operation.security ?? settings.config.security ?? [];
  if (alternatives.length === 0) return call;
  const satisfied = (from: typeof given, fewest: number): readonly SecurityScheme[] | undefined =>
    alternatives.find(
      (schemes) =>
        schemes.length >= fewest &&
        schemes.every((scheme) => own(call, scheme) ?? from(settings, scheme.option)),
    );
  // What somebody wrote down for this client goes before what happens to be in the environment, and both before nothing.
  const chosen = satisfied(given, 1) ?? satisfied(credentialOf, 0);
  if (chosen === undefined) throw missing(settings, alternatives);
  const schemes = chosen.filter((scheme) => own(call, scheme) === undefined);
  const credentials = schemes.map((scheme) => ask(settings, scheme.option));
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

function given({ options }: Settings, option: string): unknown {
  const nested = options.security as Readonly<Record<string, unknown>> | undefined; // where security is not flattened
  return options[option] || nested?.[option];
}

function credentialOf(settings: Settings, option: string): unknown {
  const prefix = settings.config.env;
  return given(settings, option) || (prefix && env(variable(prefix, option)));
}

/** Calls that overlap share one answer of a callback; the next call asks anew. */
function ask(settings: Settings, option: string): unknown {
  const credential = credentialOf(settings, option);
  if (typeof credential !== "function") return credential;
  const under = settings.asking.get(option);
  if (under !== undefined) return under;
  const answer = (credential as () => unknown)();
  if (typeof answer === "string") return answer;
  const asking = Promise.resolve(answer).finally(() => settings.asking.delete(option));
  settings.asking.set(option, asking);
  // Another callback may throw before anybody waits for this one.
  asking.catch(() => {});
  return asking;
}

/** `apiKeyHeader` under `SDKNODEPLATFORM` is `SDKNODEPLATFORM_API_KEY_HEADER`. */
function variable(prefix: string, option: string): string {
  return `${prefix}_${option.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}`;
}

function missing(
  { config }: Settings,
  alternatives: readonly (readonly SecurityScheme[])[],
): SDKValidationError {
  const options = alternatives.map((schemes) => schemes.map(({ option }) => option).join(" with "));
  const first = alternatives[0]?.[0]?.option ?? "security";
  const orSet = config.env === undefined ? "" : `, or set ${variable(config.env, first)}`;
  const message = `expected a credential: pass ${options.join(" or ")}${orSet}`;
  return new SDKValidationError([issue([first], message)], undefined);
}
