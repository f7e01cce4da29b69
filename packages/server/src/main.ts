import { fail, serve } from './run.ts';

serve(process.env).catch(fail);
