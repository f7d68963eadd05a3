interface Props {
  text: string;
  className?: string;
}

/** Text that people wrote, with its paragraphs. */
export function RichText({ text, className }: Props) {
  return (
    <div className={className}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
