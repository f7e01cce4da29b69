// A process that locks the folders it is given, 10 ms apart from a given moment on, tells how each
// went, and stays.
import { lockFolder } from '../../src/folder-lock.ts';

const [moment, ...folders] = process.argv.slice(2);

const answers = folders.map((folder, i) => {
  while (Date.now() < Number(moment) + i * 10);
  try {
    lockFolder(folder);
    return 'locked';
  } catch (error) {
    return (error as Error).message;
  }
});
console.log(answers.join('\n'));
setTimeout(() => undefined, 60_000);
