/** The name of a verb: a method of `sdk.connections`. */
export type VerbName =
  | "list"
  | "generate"
  | "get"
  | "update"
  | "delete"
  | "unlink"
  | "updateAuthorization"
  | "check"
  | "scopes"
  | "metadata.set"
  | "metadata.update";
