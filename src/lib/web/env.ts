interface Host {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** An environment variable, where the runtime has an environment and lets us read it. */
export function env(name: string): string | undefined {
  try {
    // Node, Bun, Deno and workerd with compatibility flags have `process`; browsers do not.
    return (globalThis as Host).process?.env?.[name];
  } catch {
    return undefined;
  }
}

/** Whether an environment variable switches something on. `false`, `0`, `no`, `off` and the empty text do not. */
export function envFlag(name: string): boolean {
  return !/^(|false|0|no|off)$/i.test(env(name)?.trim() ?? "");
}
