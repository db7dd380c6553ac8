import type {
  Answer,
  EnumValue,
  Field,
  Model,
  Operation,
  Parameter,
  Pointer,
  SecurityScheme,
} from "../model/types.js";

/**
 * Every identifier and file path of the output, decided in one pass before anything is printed. Emitters look
 * up and never invent. File paths are relative to the source folder, with forward slashes and without `.ts`.
 */
export interface Plan {
  /** `SDKNodePlatform`, `SDKNodePlatformCore`. */
  readonly sdk: { readonly className: string; readonly coreName: string };
  readonly model: (pointer: Pointer) => ModelNames;
  readonly operation: (operation: Operation) => OperationNames;
  readonly group: (path: readonly string[]) => GroupNames;
  /** The member of an object model for one of its fields. */
  readonly member: (model: Model, field: Field) => string;
  /** The key in the constant object of an enum. */
  readonly enumKey: (model: Model, value: EnumValue) => string;
  /** The client option for a security scheme. */
  readonly option: (scheme: SecurityScheme) => string;
  /** The client option for a global parameter. */
  readonly global: (parameter: Parameter) => string;
  /** The client option for a variable of a server URL. */
  readonly variable: (name: string) => string;
}

/** A symbol and the module that exports it. */
export interface Home {
  readonly name: string;
  readonly file: string;
}

export interface ModelNames extends Home {
  /** The request-side twin of a model that splits on read-only or write-only fields. */
  readonly input?: Home;
}

export interface OperationNames {
  /** The standalone function: `connectionsList` in `funcs/connectionsList`. */
  readonly func: Home;
  /** The method on its group's class: `list`. */
  readonly method: string;
  /** `ListConnectionsRequest` in `models/operations/listconnections`. */
  readonly request: Home;
  /** `ListConnectionsResponse`. */
  readonly response: Home;
  /** The member of the request that is the body, where the request has other members too. */
  readonly bodyMember: string | undefined;
  /** The member of the request for a parameter. */
  readonly member: (parameter: Parameter) => string;
  /** The class of a declared failure, `undefined` for those that the runtime's own problem class covers. */
  readonly error: (answer: Answer) => Home | undefined;
}

export interface GroupNames extends Home {
  /** The getter on the parent: `connections`. */
  readonly property: string;
}
