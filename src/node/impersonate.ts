/**
 * Makes the instances of a class pass for instances of a platform class: `instanceof` returns
 * `true`, and members that the class lacks are forwarded to a real instance, created on first use.
 * (The platform's own members work on real instances only.)
 */
export function impersonate<T extends object>(
  own: { readonly prototype: T },
  platform: { readonly prototype: object },
  realOf: (self: T) => object,
): void {
  const { prototype } = own;
  const members: PropertyDescriptorMap & Record<symbol, PropertyDescriptor> =
    Object.getOwnPropertyDescriptors(platform.prototype);
  for (const name of Reflect.ownKeys(members)) {
    if (name in prototype) continue;
    const forwarded = forward(name, members[name] ?? {}, realOf);
    if (forwarded) Object.defineProperty(prototype, name, { configurable: true, ...forwarded });
  }
  Object.setPrototypeOf(prototype, platform.prototype);
}

/** A getter or method that forwards to the real instance. */
function forward<T>(
  name: PropertyKey,
  { get, value }: PropertyDescriptor,
  realOf: (self: T) => object,
): PropertyDescriptor | undefined {
  if (get) {
    return {
      get(this: T): unknown {
        return Reflect.get(realOf(this), name);
      },
    };
  }
  if (typeof value !== "function") return undefined;
  return {
    value(this: T, ...args: unknown[]): unknown {
      return Reflect.apply(value, realOf(this), args);
    },
  };
}
