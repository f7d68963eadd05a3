<?php

declare(strict_types=1);

namespace Shop\Catalog;

final class ProductPage
{
    public function __construct(
        private readonly ProductRepository $products,
        private readonly View $view,
    ) {
    }

    public function __invoke(string $slug): string
    {
        $product = $this->products->bySlug($slug) ?? throw new NotFound();

        return $this->view->render('product', ['product' => $product]);
    }
}
