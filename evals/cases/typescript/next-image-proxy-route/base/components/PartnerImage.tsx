interface Props {
  src: string;
  alt: string;
}

export function PartnerImage({ src, alt }: Props) {
  return <img src={src} alt={alt} loading="lazy" width={320} />;
}
