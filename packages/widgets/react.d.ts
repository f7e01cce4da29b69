/**
 * The widgets' tags for React 19's JSX. Once anywhere in a project:
 *
 * `import type {} from '@mpp-digital/widgets/react';`
 */
import type {} from 'react';
import type { CustomElements } from './types/jsx.d.ts';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CustomElements {}
  }
}
