/** A file of React Native, by its location. Its `FormData` reads the file itself. */
export interface NativeFile {
  /** `file:///...` or `content://...` */
  readonly uri: string;
  /** The file name. */
  readonly name?: string | undefined;
  /** The media type. */
  readonly type?: string | undefined;
}

/** Whether a value is a file of React Native. Elsewhere such an object is JSON. */
export function isNativeFile(value: unknown): value is NativeFile {
  const { navigator } = globalThis as { readonly navigator?: { readonly product?: string } };
  const { uri } = Object(value) as { readonly uri?: unknown };
  return navigator?.product === "ReactNative" && typeof uri === "string";
}
