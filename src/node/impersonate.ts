/**
 * Lets the objects of a class pass for those of a class of the platform: `instanceof` holds, and members that the class lacks are
 * those of a real one, made when the first of them is touched. (The platform's own members work on nothing but real ones.)
 */
export function impersonate<T extends object>(
  own: { readonly prototype: T },
  platform: { readonly prototype: object },
  real: (self: T) => object,
): void {
  const { prototype } = own;
  const members: PropertyDescriptorMap & Record<symbol, PropertyDescriptor> =
    Object.getOwnPropertyDescriptors(platform.prototype);
  for (const name of Reflect.ownKeys(members)) {
    if (name in prototype) continue;
    const forward = forwarder(name, members[name] ?? {}, real);
    if (forward) Object.defineProperty(prototype, name, { configurable: true, ...forward });
  }
  Object.setPrototypeOf(prototype, platform.prototype);
}

function forwarder<T>(
  name: PropertyKey,
  { get, value }: PropertyDescriptor,
  real: (self: T) => object,
): PropertyDescriptor | undefined {
  if (get) {
    return {
      get(this: T): unknown {
        return Reflect.get(real(this), name);
      },
    };
  }
  if (typeof value !== "function") return undefined;
  return {
    value(this: T, ...given: unknown[]): unknown {
      return Reflect.apply(value, real(this), given);
    },
  };
}
