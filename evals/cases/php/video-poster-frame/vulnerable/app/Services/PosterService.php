<?php

namespace App\Services;

use App\Models\Video;
use Illuminate\Support\Facades\Log;
use Illuminate\Support\Facades\Storage;

class PosterService
{
    /**
     * Make the poster image of a video and return its path on the public disk.
     */
    public function make(Video $video, string $moment = '1'): string
    {
        $source = Storage::disk('videos')->path($video->file);
        $poster = "posters/{$video->uuid}.jpg";
        $target = Storage::disk('public')->path($poster);

        $command = sprintf('ffmpeg -y -ss %s -i %s -frames:v 1 %s 2>&1', $moment, escapeshellarg($source), escapeshellarg($target));
        $log = shell_exec($command);
        if (!is_file($target)) {
            Log::warning('No poster was made', ['video' => $video->id, 'log' => $log]);
            throw new \RuntimeException('The poster could not be made.');
        }

        return $poster;
    }
}
