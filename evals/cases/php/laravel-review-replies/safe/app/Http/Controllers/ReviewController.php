<?php

namespace App\Http\Controllers;

use App\Models\Product;
use App\Models\Review;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;

class ReviewController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function store(Request $request, Product $product): RedirectResponse
    {
        $data = $request->validate([
            'stars' => ['required', 'integer', 'between:1,5'],
            'body' => ['required', 'string', 'max:4000'],
        ]);
        $product->reviews()->create($data + ['author_id' => $request->user()->id]);

        return back()->with('status', 'Thank you for your review.');
    }

    public function reply(Request $request, Review $review): RedirectResponse
    {
        $this->authorize('moderate', $review);
        $data = $request->validate(['body' => ['required', 'string', 'max:4000']]);
        $review->reply()->updateOrCreate([], $data);

        return back();
    }

    public function hide(Review $review): RedirectResponse
    {
        $this->authorize('moderate', $review);
        $review->update(['hidden' => true]);

        return back();
    }
}
