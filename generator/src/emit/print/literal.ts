/**
 * A string literal that is safe for any string: control characters, U+2028 and U+2029,
 * bidirectional controls and lone surrogates are escaped. Uses single quotes if they save escapes,
 * as formatters do.
 */
export function stringLiteral(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const json = JSON.stringify(text).slice(1, -1).replace(UNSAFE, escapeUnits);
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  if (doubles <= singles) return `"${json}"`;
  return `'${json.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Matches most strings: letters, digits and punctuation without escapes. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * Characters that formatters leave alone, but that readers cannot see or engines may misread
 * (Unicode Technical Report #36).
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escapeUnits(text: string): string {
  const units = text.split("");
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

/** A member name in a type or an object literal, quoted unless it is a plain identifier. */
export function memberKey(name: string): string {
  return isPlainIdentifier(name) ? name : stringLiteral(name);
}

/**
 * Like {@link memberKey}, for object literals, in which a plain `__proto__` would set the
 * prototype.
 */
export function propertyKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : memberKey(name);
}

/** Matches most names, and is much faster. */
const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;
const ANY_NAME = /^[\p{ID_Start}_$](?:(?!\p{Cf})[\p{ID_Continue}$])*$/u;

/**
 * True for names that need no quotes (ECMA-262, 12.7). Names with joiners are quoted, so that they
 * can be seen.
 */
export function isPlainIdentifier(name: string): boolean {
  return PLAIN_NAME.test(name) || ANY_NAME.test(name);
}
