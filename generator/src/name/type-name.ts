import { identifier, pascal } from "./identifier.js";
import { globals, keywords } from "./reserved.js";

/** A type name that does not shadow a global: `Error` becomes `ErrorT`. */
export function typeName(text: string): string {
  const name = identifier(pascal(text), "Model");
  return globals.has(name) || keywords.has(name) ? `${name}T` : name;
}
