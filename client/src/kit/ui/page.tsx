/** Frames of a screen: a page inside the shell, and a panel in the middle of an otherwise empty window. */
import type { ReactNode } from 'react';
import classes from './page.module.css';

export { classes as pageClasses };

/** `fill`: the page itself does not scroll, one child takes the height that is left. */
export function Page({
  title,
  tools,
  fill = false,
  children,
}: {
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly fill?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={fill ? `${classes.page} ${classes.fill}` : classes.page}>
      <div className={classes.head}>
        <h1>{title}</h1>
        {tools}
      </div>
      {children}
    </div>
  );
}

export function CentredPanel({
  title,
  wide = false,
  nested = false,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  /** Inside a page that has its own main part already. */
  readonly nested?: boolean;
  readonly children: ReactNode;
}) {
  const Frame = nested ? 'div' : 'main';
  return (
    <Frame className={nested ? `${classes.centred} ${classes.nested}` : classes.centred}>
      <div className={wide ? `${classes.panel} ${classes.wide}` : classes.panel}>
        <h1>{title}</h1>
        {children}
      </div>
    </Frame>
  );
}
