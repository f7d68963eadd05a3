interface Props {
  src: string;
  alt: string;
}

export function PartnerImage({ src, alt }: Props) {
  const url = `/api/thumbnail?${new URLSearchParams({ src, w: '320' })}`;
  return <img src={url} alt={alt} loading="lazy" width={320} />;
}
