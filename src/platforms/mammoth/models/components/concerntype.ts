// Written by sdkwright. Change the document or the generator, not this file.
/** What of a connection is asked for. */
export const ConcernType = { Profiles: "profiles", DsConfigSpec: "ds_config_spec" } as const;
/** What of a connection is asked for. */
export type ConcernType = "profiles" | "ds_config_spec" | (string & {});
