<?php

namespace App\Http\Controllers;

use App\Models\Video;
use App\Services\PosterService;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

class PosterController extends Controller
{
    public function update(Request $request, Video $video, PosterService $posters): JsonResponse
    {
        $this->authorize('update', $video);
        $request->validate(['moment' => ['required', 'numeric', 'between:0,86400']]);
        $video->update(['poster' => $posters->make($video, $request->float('moment'))]);

        return response()->json(['poster' => $video->poster]);
    }
}
