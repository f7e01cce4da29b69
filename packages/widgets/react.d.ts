/**
 * The widgets' tags for React 19's JSX. Once anywhere in a project:
 *
 * `import type {} from '@mpp-digital/widgets/react';`
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { WidgetProps, WidgetTokens } from './types/jsx.d.ts';

type Element<Tag extends keyof WidgetProps> = HTMLElementTagNameMap[Tag];

type Tags = {
  [Tag in keyof WidgetProps]: WidgetProps[Tag] &
    DetailedHTMLProps<HTMLAttributes<Element<Tag>>, Element<Tag>>;
};

declare module 'react' {
  interface CSSProperties extends WidgetTokens {}
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
