import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AddToCart } from '@/components/AddToCart';
import { Gallery } from '@/components/Gallery';
import { productBySlug, type Product } from '@/lib/products';

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await productBySlug((await params).slug);
  return product ? { title: product.title, description: product.teaser } : {};
}

function structuredData({ title, description, seller, priceCents, currency, inStock }: Product) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    description,
    offers: {
      '@type': 'Offer',
      price: (priceCents / 100).toFixed(2),
      priceCurrency: currency,
      availability: inStock ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
      seller: { '@type': 'Organization', name: seller.displayName },
    },
  };
}

export default async function ProductPage({ params }: Props) {
  const product = await productBySlug((await params).slug);
  if (!product) notFound();
  const jsonLd = JSON.stringify(structuredData(product));

  return (
    <main>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />
      <Gallery images={product.images} />
      <h1>{product.title}</h1>
      <p className="seller">Sold by {product.seller.displayName}</p>
      <p>{product.description}</p>
      <AddToCart productId={product.id} disabled={!product.inStock} />
    </main>
  );
}
