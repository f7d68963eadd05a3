<article class="review" id="review-{{ $review->id }}">
    <header>
        <span class="stars" aria-label="{{ $review->stars }} of 5">{{ str_repeat('★', $review->stars) }}</span>
        <strong>{{ $review->author->display_name }}</strong>
        <time datetime="{{ $review->created_at->toIso8601String() }}">{{ $review->created_at->isoFormat('LL') }}</time>
    </header>
    <p>{!! nl2br(e($review->body)) !!}</p>
    @if ($review->reply)
        <blockquote class="reply">
            <strong>{{ config('app.name') }}</strong>
            <p>{!! nl2br(e($review->reply->body)) !!}</p>
        </blockquote>
    @endif
    @can('moderate', $review)
        <form method="post" action="{{ route('reviews.hide', $review) }}">
            @csrf
            <button class="link">Hide</button>
        </form>
    @endcan
</article>
