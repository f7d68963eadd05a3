import { useSearchParams } from 'react-router-dom';
import { usePartsQuery } from '../../api/parts';

export function PartsSearch() {
  const [params, setParams] = useSearchParams();
  const term = params.get('q') ?? '';
  const { data, isLoading } = usePartsQuery(term);

  return (
    <section>
      <input
        type="search"
        value={term}
        onChange={(event) => setParams({ q: event.target.value }, { replace: true })}
      />
      {isLoading && <p>Searching…</p>}
      <ul>
        {data?.parts.map((part) => (
          <li key={part.id}>
            {part.name}
            <small>{part.supplierName}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
