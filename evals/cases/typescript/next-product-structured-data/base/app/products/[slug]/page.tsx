import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AddToCart } from '@/components/AddToCart';
import { Gallery } from '@/components/Gallery';
import { productBySlug } from '@/lib/products';

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await productBySlug((await params).slug);
  return product ? { title: product.title, description: product.teaser } : {};
}

export default async function ProductPage({ params }: Props) {
  const product = await productBySlug((await params).slug);
  if (!product) notFound();

  return (
    <main>
      <Gallery images={product.images} />
      <h1>{product.title}</h1>
      <p className="seller">Sold by {product.seller.displayName}</p>
      <p>{product.description}</p>
      <AddToCart productId={product.id} disabled={!product.inStock} />
    </main>
  );
}
