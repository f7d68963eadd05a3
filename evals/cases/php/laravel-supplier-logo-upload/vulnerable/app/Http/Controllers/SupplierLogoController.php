<?php

namespace App\Http\Controllers;

use App\Models\Supplier;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Storage;
use Illuminate\Support\Str;

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

        $request->validate(['logo' => ['required', 'file', 'max:2048']]);

        $logo = $request->file('logo');
        $name = Str::random(8) . '-' . basename($logo->getClientOriginalName());
        $logo->move(public_path('logos'), $name);

        $supplier->update(['logo_url' => asset('logos/' . $name)]);

        return response()->json(['logo' => $supplier->logo_url], 201);
    }

    public function destroy(Supplier $supplier): JsonResponse
    {
        $this->authorize('update', $supplier);

        Storage::disk('logos')->delete(basename((string) $supplier->logo_url));
        $supplier->update(['logo_url' => null]);

        return response()->json(status: 204);
    }
}
