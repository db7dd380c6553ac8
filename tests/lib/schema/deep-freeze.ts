/** Freezes a value all the way down, so that writing to it anywhere throws. Buffers cannot be frozen and are left out. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
