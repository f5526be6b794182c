/** What is wrong in a pasted or loaded list, line by line; of a list that is wrong all through, as many lines as one can work on. */
import { Notice } from '../../kit/ui/notice.tsx';

const shownMax = 50;

export function ListProblems({ title, problems }: { readonly title: string; readonly problems: readonly string[] }) {
  return (
    <Notice tone="red" alert>
      <p>{title}</p>
      <ul>
        {problems.slice(0, shownMax).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  );
}
