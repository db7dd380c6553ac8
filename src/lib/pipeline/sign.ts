import type { Call } from "../call/call.js";
import type { SecurityScheme } from "../spec/security.js";
import { SDKValidationError, issue } from "../errors/validation.js";
import { DEFAULT_TIMEOUT_MS } from "../spec/defaults.js";
import { readHeaders } from "../spec/headers.js";
import { env } from "../web/env.js";
import type { Settings } from "./settings.js";

type Alternatives = readonly (readonly SecurityScheme[])[];

/**
 * Adds the credentials to a call. Called for each attempt, so that an expired token is replaced.
 * Synchronous unless a credential callback is not, so that most calls need not wait.
 */
export function sign(call: Call, settings: Settings): Call | Promise<Call> {
  let alternatives: Alternatives = call.operation.security ?? settings.config.security ?? [];
  if (alternatives.length === 0) return call;
  // Without the schemes whose header the caller removed.
  for (const [name, value] of readHeaders(call.options.headers)) {
    if (value === null)
      alternatives = alternatives.map((schemes) =>
        schemes.filter(({ header }) => header !== name.toLowerCase()),
      );
  }
  const schemes = chooseAlternative(alternatives, call, settings);
  const credentials = schemes.map(
    (scheme) =>
      callerHeader(call, scheme) ??
      ((scheme.exchange as typeof resolveCredential | undefined) ?? resolveCredential)(
        call,
        settings,
        scheme,
      ),
  );
  const addCredentials = (resolved: readonly unknown[]): Call => {
    // Not spread: adding a member to a spread object takes V8 a microsecond.
    const signed = { ...call, headers: Object.assign({}, call.headers), secrets: [] as string[] };
    schemes.forEach((scheme, i) => {
      const fromCaller = callerHeader(call, scheme);
      if (fromCaller === undefined) scheme.sign(resolved[i], signed);
      else signed.secrets.push(fromCaller);
    });
    return signed;
  };
  return credentials.some((credential) => credential instanceof Promise)
    ? Promise.all(credentials).then(addCredentials)
    : addCredentials(credentials);
}

/**
 * Chooses the first alternative that has credentials. Options take precedence over the environment.
 */
function chooseAlternative(
  alternatives: Alternatives,
  call: Call,
  settings: Settings,
): readonly SecurityScheme[] {
  let withoutCredentials: readonly SecurityScheme[] | undefined;
  for (const find of [optionCredential, findCredential]) {
    for (const schemes of alternatives) {
      if (schemes.length === 0) withoutCredentials = schemes;
      else if (schemes.every((scheme) => callerHeader(call, scheme) ?? find(settings, scheme)))
        return schemes;
    }
  }
  if (withoutCredentials === undefined) throw missingCredential(settings, alternatives);
  return withoutCredentials;
}

/** The caller's own value of the header that a scheme would set. */
function callerHeader(call: Call, { header = "" }: SecurityScheme): string | undefined {
  return call.headers[header];
}

function optionCredential({ options }: Settings, { option, credential }: SecurityScheme): unknown {
  const nested = options.security as Readonly<Record<string, unknown>> | undefined; // optional
  return credential || options[option] || nested?.[option];
}

function findCredential(settings: Settings, scheme: SecurityScheme): unknown {
  const prefix = settings.config.env;
  return (
    optionCredential(settings, scheme) ||
    (prefix && (env(envName(prefix, scheme.option)) || scheme.fromEnv?.(prefix)))
  );
}

/**
 * The credential, or the result of its callback. Concurrent calls share a pending promise, until it
 * settles, the last attempt that waits for it has ended, or the timeout of the client has passed: a
 * callback that hangs must not harm later calls, even if there is always one that waits.
 */
export function resolveCredential(call: Call, settings: Settings, scheme: SecurityScheme): unknown {
  const { pendingCredentials, options } = settings;
  const { timeoutMs = 0 } = options;
  // Without a timeout there is still a limit to sharing.
  const limit = timeoutMs > 0 && timeoutMs < Infinity ? timeoutMs : DEFAULT_TIMEOUT_MS;
  const credential = findCredential(settings, scheme);
  if (typeof credential !== "function") return credential;
  let pending = pendingCredentials.get(credential);
  const now = Date.now();
  if (pending === undefined || now > pending.until) {
    const returned = (credential as () => unknown)();
    if (typeof returned === "string") return returned;
    pending = { promise: Promise.resolve(returned), waiting: 0, until: now + limit };
    pendingCredentials.set(credential, pending);
  }
  const shared = pending;
  // Not what has taken its place: the promise of a call that has ended may settle late.
  const forget = (): void => {
    if (pendingCredentials.get(credential) === shared) pendingCredentials.delete(credential);
  };
  shared.waiting++;
  call.signal?.addEventListener("abort", () => {
    if (--shared.waiting === 0) forget();
  });
  // Handled here too, because another callback may throw before anything awaits this promise.
  shared.promise.then(forget, forget);
  return shared.promise;
}

/** `SDKNODEPLATFORM` and `apiKeyHeader` become `SDKNODEPLATFORM_API_KEY_HEADER`. */
export function envName(prefix: string, option: string): string {
  return `${prefix}_${option.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}`;
}

function missingCredential({ config }: Settings, alternatives: Alternatives): SDKValidationError {
  const options = alternatives.map((schemes) => schemes.map(({ option }) => option).join(" with "));
  const first = alternatives[0]?.[0]?.option ?? "security";
  const orSet = config.env === undefined ? "" : `, or set ${envName(config.env, first)}`;
  const message = `missing credential: pass ${options.join(" or ")}${orSet}`;
  return new SDKValidationError([issue([first], message)], undefined);
}
