import useSWR from 'swr';

export interface Note {
  id: string;
  text: string;
  updatedAt: string;
  author: { id: string; name: string };
}

async function fetchNote(url: string): Promise<Note> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`${response.status} for ${url}`);
  }
  return response.json();
}

export function noteUrl(noteId: string): string {
  return `/api/notes/${encodeURIComponent(noteId)}`;
}

/** Keeps the preview up to date while others are writing. */
export function useNote(noteId: string) {
  const { data, error, isLoading } = useSWR(noteUrl(noteId), fetchNote, {
    refreshInterval: 15_000,
    revalidateOnFocus: true,
    keepPreviousData: true,
  });
  return { note: data, error, isLoading };
}
