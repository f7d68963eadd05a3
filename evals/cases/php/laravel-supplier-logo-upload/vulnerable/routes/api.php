<?php

use App\Http\Controllers\SupplierController;
use App\Http\Controllers\SupplierLogoController;
use Illuminate\Support\Facades\Route;

Route::middleware('auth:sanctum')->group(function () {
    Route::apiResource('suppliers', SupplierController::class)->only(['index', 'show', 'update']);
    Route::get('suppliers/{supplier}/logo', [SupplierLogoController::class, 'show']);
    Route::post('suppliers/{supplier}/logo', [SupplierLogoController::class, 'store']);
    Route::delete('suppliers/{supplier}/logo', [SupplierLogoController::class, 'destroy']);
});
