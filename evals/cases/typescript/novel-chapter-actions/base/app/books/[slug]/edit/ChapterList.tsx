type Chapter = { id: string; title: string };

export function ChapterList({ chapters }: { slug: string; chapters: Chapter[] }) {
  return (
    <ol>
      {chapters.map((chapter) => (
        <li key={chapter.id}>{chapter.title}</li>
      ))}
    </ol>
  );
}
