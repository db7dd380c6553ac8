/**
 * The name of a credential that the emulated service refuses: a string that starts with `invalid`.
 */
export function refusedMember(config: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(config).find((name) => isRefused(config[name]));
}

function isRefused(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("invalid");
}

/** The message of an error about a credential that the service refuses. */
export function refusedMessage(member: string): string {
  return `The service refuses ${member}.`;
}
