const PORTS = Array.from({ length: 10 }, (_, port) => [`com${port}`, `lpt${port}`]);

/**
 * Names that Windows reserves for devices. No file can have one, with any extension.
 *
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export const DEVICES: ReadonlySet<string> = new Set(["con", "prn", "aux", "nul", ...PORTS.flat()]);
