/**
 * Freezes a value deeply, so that any modification throws. Buffers cannot be frozen and are
 * skipped.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
