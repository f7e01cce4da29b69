/**
 * Where files lie. What is put there is encrypted already, so whoever runs it sees nothing.
 *
 * A name has letters, digits, dots, dashes and slashes: `35.79/3f2b…/file`.
 */
export interface FileStore {
  /** Puts a file there, in place of one that has the name. */
  put(name: string, bytes: Uint8Array): Promise<void>;

  /** Reads a file; undefined when there is none. */
  get(name: string): Promise<Uint8Array | undefined>;

  /** Takes away all files whose names begin with this and a slash. None is fine. */
  removeAll(folder: string): Promise<void>;
}
