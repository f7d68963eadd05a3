<?php

use App\Http\Controllers\SupplierController;
use Illuminate\Support\Facades\Route;

Route::middleware('auth:sanctum')->group(function () {
    Route::apiResource('suppliers', SupplierController::class)->only(['index', 'show', 'update']);
});
