import { type Step, member } from "../schema/base.js";
import { openJSON } from "../schema/open.js";
import { isBinary } from "../schema/scalars.js";
import { type FormPart, bodyOf, writeMultipart } from "../web/multipart.js";
import { type NativeFile, isNativeFile } from "../web/native-file.js";
import { type Upload, type UploadContent, isUpload, toSendable, typeOf } from "../web/upload.js";
import { type BodyEncoder, eachMember, encoder, isPresent, streamable } from "./bodies.js";
import { type Part, declaredType, isFile, isJSON, rejectFiles } from "./parts.js";
import { hasMembers, scalarToString } from "./styles.js";

/**
 * A `multipart/form-data` body (RFC 7578), or of another multipart media type. Blobs, bytes and
 * streams are files; arrays repeat the part, unless their content type is JSON; objects are JSON. A
 * body with a stream is a stream, which is never sent again.
 */
export function multipartBody(
  key?: string,
  parts: Readonly<Record<string, Part>> = {},
  media?: string,
): BodyEncoder {
  return streamable({
    ...encoder(key, undefined, (value, headers, path) => {
      const written = eachMember(value, path, (name, item) => {
        const part = parts[name] ?? {};
        const values = Array.isArray(item) && !isJSON(part) ? (item as unknown[]) : [item];
        return values.filter(isPresent).map((each) => formPart(name, each, part));
      }).flat();
      if (written.some(({ content }) => isNativeFile(content))) return nativeForm(written);
      const multipart = writeMultipart(written as readonly FormPart[], media); // no native file
      headers["content-type"] = multipart.type;
      return bodyOf(multipart);
    }),
    open: openPart,
    finish(headers, own) {
      const given = /^multipart\/[^\s;]+/i.exec(headers["content-type"] ?? "");
      // Without one of our own, the transport sets that of the `FormData`.
      if (own === undefined) delete headers["content-type"];
      else headers["content-type"] = given ? own.replace(/^[^;]+/, given[0]) : own;
    },
  });
}

/** A part that no schema describes: a file, several of them, or JSON. */
const openPart: Step = (value, walk) => {
  if (Array.isArray(value))
    return Array.from(value as unknown[], (item, i) => member(openPart, item, walk, i));
  return typeof value === "object" && value !== null && isBinary(value)
    ? value
    : openJSON(value, walk);
};

type WrittenPart = Omit<FormPart, "content"> & {
  readonly content: FormPart["content"] | NativeFile;
};

/** A part of a multipart body: a file, JSON or a string. */
function formPart(name: string, value: unknown, part: Part): WrittenPart {
  const declared = declaredType(part);
  if (isNativeFile(value)) return { name, content: value };
  if (isFile(value)) {
    const upload: Upload = isUpload(value) ? value : { content: value as UploadContent }; // a file
    return checked({
      name,
      content: toSendable(upload),
      filename: upload.fileName ?? fileNameOf(upload.content) ?? name,
      type: typeOf(upload) || typeOf(upload.content) || declared || "application/octet-stream",
    });
  }
  if (!isJSON(part) && !hasMembers(value) && !Array.isArray(value))
    return checked({ name, content: scalarToString(value), type: declared });
  rejectFiles(value);
  return checked({
    name,
    content: JSON.stringify(value),
    type: declared ?? "application/json",
  });
}

/** The name of a `File`, and of the file that Node's `fs.ReadStream` reads. */
function fileNameOf(content: UploadContent): string | undefined {
  const { name, path } = Object(content) as { readonly name?: unknown; readonly path?: unknown };
  if (typeof name === "string") return name;
  return typeof path === "string" ? path.replace(/^.*[\\/]/s, "") : undefined;
}

/** Throws if a part cannot be written without changing it, or would write another header. */
function checked(part: FormPart): FormPart {
  const { name, content, filename = "", type = "" } = part;
  const text = typeof content === "string" ? content : "";
  if (/\p{Surrogate}/u.test(name + filename + text) || /[^\t -~]/.test(type))
    throw new TypeError("the part cannot be written");
  return part;
}

/** A body for React Native, whose `FormData` reads files by their location. */
function nativeForm(parts: readonly WrittenPart[]): FormData {
  const form = new FormData();
  for (const { name, content, filename, type } of parts) {
    if (typeof content !== "string" || type === undefined)
      form.append(name, content as Blob, ...(filename === undefined ? [] : [filename]));
    // In React Native this is a string with a type.
    else form.append(name, { string: content, type } as unknown as Blob);
  }
  return form;
}
