/**
 * The builders of schemas and operations with their types, for those that are written by hand: the
 * compiler infers the type of a schema from its members, or checks them against the type that you
 * give.
 *
 * Generated code imports the same functions, without type parameters, from `index.js` and
 * `schema/index.js`: its types come from the same document as its schemas, and checking each again
 * in every program that imports an SDK would cost ten times the work. The tests of the generator
 * compile what it writes with these types.
 */
import * as untyped from "./index.js";
import type { Operation } from "./operation/operation.js";
import type { PagedOperation } from "./operation/pages.js";
import type { OperationWithHeaders, PagedOperationWithHeaders } from "./operation/with-headers.js";
import type { OperationSpec } from "./spec/operation-spec.js";
import type { Pager } from "./spec/pagers.js";
import type { ResponseSpec, ResponseStatus } from "./spec/responses.js";
import type { TypedErrorClass } from "./errors/status.js";
import type { RequestOptions } from "./call/request-options.js";
import type {
  ByteStream,
  EventStreamOptions,
  ResultStream,
  ServerSentEvent,
  StreamOperation,
} from "./stream/index.js";
import * as schemas from "./schema/index.js";
import type { Extra, Schema } from "./schema/index.js";

export * from "./index.js";
export * from "./schema/index.js";

/** The schemas of the members of a type. */
type Fields<T> = { readonly [K in keyof T]-?: Schema<T[K]> };

/** A member that may be absent. */
export const optional: <T>(of: Schema<T>) => Schema<T | undefined> = schemas.optional;

/** A member that requests may leave out: then `value`, in wire form, is sent. */
export const defaulted: <T>(of: Schema<T>, value: unknown) => Schema<T | undefined> =
  schemas.defaulted;

/** A value of the schema, or `null`. */
export const nullable: <T>(of: Schema<T>) => Schema<T | null> = schemas.nullable;

/** An array. */
export const array: <T>(of: Schema<T>) => Schema<T[]> = schemas.array;

/**
 * An array with a schema for each of its first items, and optionally one for the rest. Its type is
 * not inferred from the items, because that would make none optional: `tuple<[string, number?]>`.
 */
export const tuple: <T extends readonly unknown[]>(
  items: NoInfer<Fields<T>>,
  rest?: Schema<unknown>,
) => Schema<T> = schemas.tuple as never; // the same function

/** An object with arbitrary member names, all of the same schema. */
export const record: <T>(of: Schema<T>) => Schema<Record<string, T>> = schemas.record;

/** A schema that is built on first use, for recursive models and import cycles. */
export const lazy: <T>(define: () => Schema<T>) => Schema<T> = schemas.lazy;

/** Sets the name of a field on the wire: `createdAt: as("created_at", dateTime)`. */
export const as: <T>(wire: string, of: Schema<T>) => Schema<T> = schemas.as;

/** {@link as} for a member that may be absent. */
export const optionalAs: <T>(wire: string, of: Schema<T>) => Schema<T | undefined> =
  schemas.optionalAs;

/** An object with known members: `object<Connection>(() => ({ id: string }))`. */
export const object: {
  <T>(define: () => NoInfer<Fields<T>>): Schema<T>;
  /** With additional properties, which are not among the members that `define` lists. */
  <T>(define: () => NoInfer<Fields<Omit<T, "additionalProperties">>>, additional: Extra): Schema<T>;
} = schemas.object as never; // the same function

/** A value of one of several schemas. */
export const union: <T>(options: () => readonly Schema<NoInfer<T>>[]) => Schema<T> = schemas.union;

/** A {@link union} that keeps a value that none of its schemas accepts as an `UnknownVariant`. */
export const openUnion: <T>(options: () => readonly Schema<NoInfer<T>>[]) => Schema<T> =
  schemas.openUnion;

/** A union whose variants are told apart by the value of the member `tag`. */
export const tagged: <T>(
  tag: string,
  wire: string,
  options: () => Readonly<Record<string, Schema<unknown>>>,
  open: boolean,
) => Schema<T> = schemas.tagged;

/** A {@link tagged} union of the subtypes of a base. */
export const polymorphic: <T>(
  tag: string,
  wire: string,
  options: () => Readonly<Record<string, Schema<unknown>>>,
  base: () => Schema<unknown>,
  isOptional?: boolean,
) => Schema<T> = schemas.polymorphic;

/** All of several schemas at once. */
export const all: <T>(parts: () => readonly Schema<unknown>[]) => Schema<T> = schemas.all;

/** Only this value. */
export const literal: <const T extends string | number | boolean | null>(value: T) => Schema<T> =
  schemas.literal;

/** An enum that accepts only its values in requests. */
export const closedEnum: <const V extends Readonly<Record<string, string | number>>>(
  values: V,
) => Schema<V[keyof V]> = schemas.closedEnum;

/** A success with a JSON body. */
export const json: <T>(
  status: ResponseStatus,
  schema: Schema<T>,
  media?: string,
) => ResponseSpec<T, never> = untyped.json;

/** A success with a binary body that is read while it comes. */
export const byteStream: (
  status: ResponseStatus,
  media?: string,
) => ResponseSpec<ByteStream, never> = untyped.byteStream;

/** A success that is a stream of server-sent events. */
export const eventStream: <T = ServerSentEvent>(
  status: ResponseStatus,
  schema?: Schema<T>,
  options?: EventStreamOptions,
) => ResponseSpec<ResultStream<T>, never> = untyped.eventStream;

/** A success that is a sequence of JSON values. */
export const jsonLines: <T>(
  status: ResponseStatus,
  schema: Schema<T>,
  media: string,
) => ResponseSpec<ResultStream<T>, never> = untyped.jsonLines;

/** Without the overloads, which nothing but a cast can prove. */
export type StreamableOperation<
  Request,
  Item,
  Errors,
  Other,
  _Streamed,
  _Whole,
  Options = RequestOptions,
> = StreamOperation<Request, Item, Errors, Other, Options>;

/** Without the overloads: see above. */
export type StreamableOperationWithHeaders<
  Request,
  Item,
  Errors,
  Other,
  _Streamed,
  _Whole,
  Headers,
  Options = RequestOptions,
> = OperationWithHeaders<Request, ResultStream<Item> | Other, Errors, Headers, Options>;

/** A declared error response with a JSON body. Becomes an error of the given class. */
export const jsonError: <Data, E>(
  status: ResponseStatus,
  error: TypedErrorClass<Data, E>,
  schema: Schema<Data>,
  media?: string,
) => ResponseSpec<never, E> = untyped.jsonError;

/** A declared error response with a problem document (RFC 9457). */
export const problemError: <Data, E>(
  status: ResponseStatus,
  error: TypedErrorClass<Data, E>,
  schema: Schema<Data>,
) => ResponseSpec<never, E> = untyped.problemError;

/** Creates the function of an operation. */
export const operation: <I, O, E = never>(
  define: () => OperationSpec<I, O, E>,
) => Operation<I, O, E> = untyped.operation;

/** Creates the function of an operation with pages. */
export const pagedOperation: <I, Page, Item, E = never>(
  define: () => OperationSpec<I, Page, E> & { readonly pages: Pager },
) => PagedOperation<I, Page, Item, E> = untyped.pagedOperation;

/** Adds the declared headers of a success to what `$inspect()` of an operation returns. */
export const withHeaders: {
  <I, P, T, E, H>(
    schema: Schema<H>,
    call: PagedOperation<I, P, T, E>,
  ): PagedOperationWithHeaders<I, P, T, E, H>;
  <I, O, E, H>(schema: Schema<H>, call: Operation<I, O, E>): OperationWithHeaders<I, O, E, H>;
} = untyped.withHeaders as never; // the same function
