import type {
  OperationResponse,
  EnumValue,
  Field,
  Model,
  Operation,
  Parameter,
  Pointer,
  SecurityScheme,
} from "../model/types.js";

/**
 * Every identifier and file path of the output, assigned in one pass before anything is printed.
 * Emitters look names up and never make their own. File paths are relative to the source folder,
 * with forward slashes and without `.ts`.
 */
export interface Names {
  /** `SDKNodePlatform`, `SDKNodePlatformCore`. */
  readonly sdk: { readonly className: string; readonly coreName: string };
  readonly model: (pointer: Pointer) => ModelNames;
  readonly operation: (operation: Operation) => OperationNames;
  readonly group: (path: readonly string[]) => GroupNames;
  /** The member of an object model for a field. */
  readonly member: (model: Model, field: Field) => string;
  /** The member of an object without a model, such as the discriminator that a union adds. */
  readonly inlineMember: (field: Pick<Field, "wire" | "suggestedName">) => string;
  /** The key in the constant object of an enum. */
  readonly enumKey: (model: Model, value: EnumValue) => string;
  /** The client option for a security scheme. */
  readonly option: (scheme: SecurityScheme) => string;
  /** The client option for a global parameter. */
  readonly global: (parameter: Parameter) => string;
  /** The client option for a server variable. */
  readonly variable: (name: string) => string;
}

/** A symbol and the module that exports it. */
export interface Home {
  readonly name: string;
  readonly file: string;
}

/** The class of a declared error. */
export interface ErrorHome extends Home {
  /** The class of the component that the error extends, if operations have errors of their own. */
  readonly base?: Home;
}

/** The declarations of a model. */
export interface ModelNames extends Home {
  /** The declaration for requests, if it differs because of read-only or write-only fields. */
  readonly input?: Home;
}

/** The names of an operation. */
export interface OperationNames {
  /** The standalone function: `connectionsList` in `funcs/connectionsList`. */
  readonly func: Home;
  /** The method on its group's class: `list`. */
  readonly method: string;
  /** `ListConnectionsRequest` in `models/operations/listconnections`. */
  readonly request: Home;
  /** `ListConnectionsResponse`. */
  readonly response: Home;
  /** `ListConnectionsOptions`, if calls of the operation have options of their own. */
  readonly options: Home | undefined;
  /** `ListConnectionsSecurity`, if calls take credentials as an argument. */
  readonly security: Home | undefined;
  /** `ListConnectionsHeaders`, if its successes declare headers. */
  readonly headers: Home | undefined;
  /** The member for a declared header. */
  readonly header: (header: Field) => string;
  /** The member of the request that is the body, if the request has other members too. */
  readonly bodyMember: string | undefined;
  /** The member of the request for a parameter. */
  readonly member: (parameter: Parameter) => string;
  /** The class of a declared error; `undefined` if the runtime's own classes cover it. */
  readonly error: (response: OperationResponse) => ErrorHome | undefined;
}

/** The class of a group. */
export interface GroupNames extends Home {
  /** The getter on the parent: `connections`. */
  readonly property: string;
}
