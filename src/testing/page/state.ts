import type { EmulatedPlatforms } from "../platforms.js";
import { platformNames } from "../platforms.js";
import type { LogEntry } from "../log.js";

/** How many requests the page loads at once. */
const MOST = 500;

/** The state that the page shows, as JSON. No credentials, and no URL where a customer signs in. */
export function pageState(
  platforms: EmulatedPlatforms,
  log: readonly LogEntry[],
  from: number,
): object {
  const parts = platformNames.map((platform) => ({ platform, shown: platforms[platform].shown() }));
  const start = from > log.length ? 0 : Math.max(from, log.length - MOST);
  return {
    platforms: platformNames,
    connections: parts.flatMap(({ platform, shown }) =>
      shown.connections.map((connection) => ({ platform, ...connection })),
    ),
    signIns: parts.flatMap(({ platform, shown }) =>
      shown.signIns.map(({ url, provider, customer }) => ({
        platform,
        key: keyOf(url),
        provider,
        customer,
      })),
    ),
    log: { from: start, entries: log.slice(start) },
  };
}

/** A name for a URL that does not tell it (FNV-1a, 32 bits). */
export function keyOf(url: string): string {
  let hash = 0x811c9dc5;
  for (const character of url) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
