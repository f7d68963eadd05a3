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
        $video->update(['poster' => $posters->make($video)]);

        return response()->json(['poster' => $video->poster]);
    }
}
