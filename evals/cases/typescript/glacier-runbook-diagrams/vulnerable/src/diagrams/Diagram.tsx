import { useEffect, useId, useRef, useState } from 'react';
import { setUpDiagrams } from './setup';

interface Props {
  /** Source of a fenced mermaid block in a runbook; everybody in the team can edit those. */
  source: string;
  caption?: string;
}

export function Diagram({ source, caption }: Props) {
  const id = useId().replace(/:/g, '');
  const box = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let cancelled = false;
    setUpDiagrams()
      .render(`diagram-${id}`, source)
      .then(({ svg }) => {
        if (cancelled || !box.current) return;
        box.current.innerHTML = svg;
        setError(null);
      })
      .catch((err: Error) => !cancelled && setError(err.message));
    return () => {
      cancelled = true;
    };
  }, [id, source]);

  return (
    <figure>
      <div ref={box} />
      {error && <pre className="diagram-error">{error}</pre>}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
