/** What stands in the place of an answer that is not there yet, or cannot be had. */
import type { ReactNode } from 'react';
import type { Answer } from '../data/answers.ts';
import { useFrameWords } from '../messages/frame.ts';

/** The page of an answer; until then that it is being read, or why it cannot. */
export function Ready<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const words = useFrameWords();
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.error !== null) return <Failed error={answer.error} />;
  return (
    <p className="empty" role="status">
      {words.reading}
    </p>
  );
}

export function Failed({ error }: { readonly error: Error }) {
  const words = useFrameWords();
  return (
    <div className="error" role="alert">
      <p>{error.message}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {words.again}
      </button>
    </div>
  );
}
