import type { Call } from "../call/call.js";
import type { SecurityScheme } from "../spec/security.js";
import { SDKValidationError, issue } from "../errors/validation.js";
import { env } from "../web/env.js";
import type { Settings } from "./settings.js";

type Alternatives = readonly (readonly SecurityScheme[])[];

/**
 * Puts the credentials into a call. Synchronous where they are, so that the usual call does not wait. Done for each attempt:
 * a token that expired in between is asked for again.
 */
export function sign(call: Call, settings: Settings): Call | Promise<Call> {
  let alternatives: Alternatives = call.operation.security ?? settings.config.security ?? [];
  if (alternatives.length === 0) return call;
  // A header that the caller took away takes along the credential that would be in it.
  for (const [name, value] of Object.entries(call.options.headers ?? {})) {
    if (value === null)
      alternatives = alternatives.map((schemes) =>
        schemes.filter(({ header }) => header !== name.toLowerCase()),
      );
  }
  const schemes = chooseAlternative(alternatives, call, settings);
  const credentials = schemes.map(
    (scheme) => ownHeader(call, scheme) ?? resolveCredential(settings, scheme.option),
  );
  const put = (got: readonly unknown[]): Call => {
    // Not spread: V8 takes a microsecond to add a member to an object that was.
    const signed = { ...call, headers: Object.assign({}, call.headers), secrets: [] as string[] };
    schemes.forEach((scheme, i) => {
      const own = ownHeader(call, scheme);
      if (own === undefined) scheme.sign(got[i], signed);
      else signed.secrets.push(own);
    });
    return signed;
  };
  return credentials.some((credential) => credential instanceof Promise)
    ? Promise.all(credentials).then(put)
    : put(credentials);
}

/** The alternative that there are credentials for. What somebody wrote down for this client goes before the environment. */
function chooseAlternative(
  alternatives: Alternatives,
  call: Call,
  settings: Settings,
): readonly SecurityScheme[] {
  let last: readonly SecurityScheme[] | undefined;
  for (const from of [given, credentialOf]) {
    for (const schemes of alternatives) {
      if (schemes.length === 0) last = schemes;
      else if (schemes.every((scheme) => ownHeader(call, scheme) ?? from(settings, scheme.option)))
        return schemes;
    }
  }
  if (last === undefined) throw missingCredential(settings, alternatives);
  return last;
}

/** The caller's own header in place of a scheme's. */
function ownHeader(call: Call, { header = "" }: SecurityScheme): string | undefined {
  return call.headers[header];
}

function given({ options }: Settings, option: string): unknown {
  const nested = options.security as Readonly<Record<string, unknown>> | undefined; // where security is not flattened
  return options[option] || nested?.[option];
}

function credentialOf(settings: Settings, option: string): unknown {
  const prefix = settings.config.env;
  return given(settings, option) || (prefix && env(envName(prefix, option)));
}

/** Calls that overlap share one answer of a callback; the next call asks anew. */
function resolveCredential(settings: Settings, option: string): unknown {
  const credential = credentialOf(settings, option);
  if (typeof credential !== "function") return credential;
  const under = settings.pendingCredentials.get(option);
  if (under !== undefined) return under;
  const answer = (credential as () => unknown)();
  if (typeof answer === "string") return answer;
  const asking = Promise.resolve(answer).finally(() => settings.pendingCredentials.delete(option));
  settings.pendingCredentials.set(option, asking);
  // Another callback may throw before anybody waits for this one.
  asking.catch(() => {});
  return asking;
}

/** `apiKeyHeader` under `SDKNODEPLATFORM` is `SDKNODEPLATFORM_API_KEY_HEADER`. */
function envName(prefix: string, option: string): string {
  return `${prefix}_${option.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}`;
}

function missingCredential({ config }: Settings, alternatives: Alternatives): SDKValidationError {
  const options = alternatives.map((schemes) => schemes.map(({ option }) => option).join(" with "));
  const first = alternatives[0]?.[0]?.option ?? "security";
  const orSet = config.env === undefined ? "" : `, or set ${envName(config.env, first)}`;
  const message = `expected a credential: pass ${options.join(" or ")}${orSet}`;
  return new SDKValidationError([issue([first], message)], undefined);
}
