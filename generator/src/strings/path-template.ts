/** The names of the variables in a path template, each once: `/a/{b}/{c}` has `b` and `c`. */
export function templateNames(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name))];
}
