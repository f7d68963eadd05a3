<?php

namespace App\Http\Controllers;

use App\Models\Product;
use Illuminate\View\View;

class ProductController extends Controller
{
    public function show(Product $product): View
    {
        $reviews = $product->reviews()
            ->where('hidden', false)
            ->with(['author', 'reply'])
            ->latest()
            ->paginate(20);

        return view('products.show', compact('product', 'reviews'));
    }
}
