import type { Hono } from 'hono';

import type { Backend } from '../handler.ts';

export function mountPages(_app: Hono, _backend: Backend): void {}
