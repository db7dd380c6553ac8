/**
 * Hosts that the server does not send webhooks to: its own, those of its network, link-local ones
 * and those of a cloud's metadata.
 */
const PRIVATE = [
  /^localhost$/,
  /\.(?:localhost|local|internal)$/,
  /^(?:0|10|127)\./,
  /^169\.254\./,
  /^192\.168\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^\[::1?\]$/,
  /^\[f[cd]/,
  /^\[fe[89ab]/,
  /^\[::ffff:/,
];

/** Whether the server sends webhooks to a URL. */
export function isPublicURL(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  // A host may end with the dot of the root.
  const host = hostname.endsWith(".") ? hostname.slice(0, -1) : hostname;
  return /^https?:$/.test(protocol) && !PRIVATE.some((pattern) => pattern.test(host));
}
