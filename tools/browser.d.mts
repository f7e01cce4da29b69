/** Quiet, alone, and allowed to run as root in a container. */
export const chromeArgs: string[];

/** Path of a Chromium; may set LD_LIBRARY_PATH for the children of this process. */
export function findChrome(): Promise<string>;

/** Path of a Firefox, or undefined. */
export function findFirefox(): string | undefined;

/** WebKitGTK's driver and browser, or undefined. Without a display it needs `xvfb-run`. */
export function findWebKit():
  { driver: string; browser: string; virtualDisplay?: true } | undefined;
