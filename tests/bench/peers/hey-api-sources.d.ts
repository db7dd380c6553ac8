/** What `@hey-api/openapi-ts` writes for the document of Ampersand, when the benchmark runs. */
declare module "hey-api-sources/client/index" {
  export function createClient(options: {
    readonly baseUrl: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly throwOnError: true;
  }): object;
}

declare module "hey-api-sources/sdk.gen" {
  interface Options<Path> {
    readonly client: object;
    readonly path: Path;
    readonly query?: { readonly groupRef: string };
    readonly throwOnError: true;
  }
  export function getConnection(
    options: Options<{ readonly projectIdOrName: string; readonly connectionId: string }>,
  ): Promise<{ readonly data: unknown }>;
  export function listConnections(
    options: Options<{ readonly projectIdOrName: string }>,
  ): Promise<{ readonly data: readonly unknown[] }>;
}
