interface Host {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** Reads an environment variable. Returns `undefined` in runtimes that have none or deny access. */
export function env(name: string): string | undefined {
  try {
    // Node, Bun, Deno and workerd with compatibility flags have `process`; browsers do not.
    return (globalThis as Host).process?.env?.[name];
  } catch {
    return undefined;
  }
}

/** Whether an environment variable is on: set, and not empty, `false`, `0`, `no` or `off`. */
export function envFlag(name: string): boolean {
  return !/^(|false|0|no|off)$/i.test(env(name)?.trim() ?? "");
}
