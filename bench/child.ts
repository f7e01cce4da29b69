import { fork } from 'node:child_process';

/** A server in a process of its own, whose processor time can be asked for. */
export interface ServerProcess {
  url: string;
  /** Microseconds of processor time so far, user and system. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one of the files of this folder that call {@link answerParent}. */
export async function startProcess(
  file: string,
  input: Record<string, string>,
): Promise<ServerProcess> {
  const child = fork(new URL(file, import.meta.url), [], {
    env: { ...process.env, ...input },
    execArgv: process.execArgv,
  });
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as T);
      });
    });
  const url = await next<string>();
  return {
    url,
    cpu: async () => {
      const answer = next<number>();
      child.send('cpu');
      return answer;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

/** The child's side: says where it listens, and answers until the parent leaves. */
export function answerParent(url: string, stop: () => Promise<void> | void): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send!(user + system);
  });
  process.once('disconnect', () => void Promise.resolve(stop()).then(() => process.exit()));
  process.send!(url);
}
