<?php

namespace App\Http\Controllers;

use App\Models\Supplier;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Storage;

class SupplierLogoController extends Controller
{
    public function show(Supplier $supplier): JsonResponse
    {
        $this->authorize('view', $supplier);

        return response()->json(['logo' => $supplier->logo_url]);
    }

    public function store(Request $request, Supplier $supplier): JsonResponse
    {
        $this->authorize('update', $supplier);

        $request->validate(['logo' => ['required', 'file', 'mimes:png,jpg,webp', 'dimensions:max_width=2000', 'max:2048']]);

        $path = $request->file('logo')->store('logos', 'public');

        $supplier->update(['logo_url' => Storage::disk('public')->url($path)]);

        return response()->json(['logo' => $supplier->logo_url], 201);
    }

    public function destroy(Supplier $supplier): JsonResponse
    {
        $this->authorize('update', $supplier);

        Storage::disk('public')->delete('logos/' . basename((string) $supplier->logo_url));
        $supplier->update(['logo_url' => null]);

        return response()->json(status: 204);
    }
}
