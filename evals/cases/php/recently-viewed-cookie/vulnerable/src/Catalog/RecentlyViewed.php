<?php

declare(strict_types=1);

namespace Shop\Catalog;

use PDO;

/**
 * The products a visitor looked at last, newest first, kept in a cookie.
 */
final class RecentlyViewed
{
    private const COOKIE = 'recent';
    private const KEEP = 8;

    public function __construct(private readonly PDO $pdo)
    {
    }

    /** @return list<array{id: int, name: string, slug: string}> */
    public function products(): array
    {
        $ids = $this->ids();
        if ($ids === []) {
            return [];
        }
        $marks = implode(',', array_fill(0, count($ids), '?'));
        $query = $this->pdo->prepare("SELECT id, name, slug FROM products WHERE id IN ($marks) AND active = 1");
        $query->execute($ids);

        return $query->fetchAll(PDO::FETCH_ASSOC);
    }

    public function add(int $productId): void
    {
        $ids = array_diff($this->ids(), [$productId]);
        array_unshift($ids, $productId);
        $kept = array_slice($ids, 0, self::KEEP);
        setcookie(self::COOKIE, base64_encode(serialize($kept)), [
            'expires' => time() + 30 * 86400,
            'path' => '/',
            'secure' => true,
            'httponly' => true,
            'samesite' => 'Lax',
        ]);
    }

    /** @return list<int> */
    private function ids(): array
    {
        $raw = $_COOKIE[self::COOKIE] ?? '';
        if (!is_string($raw) || $raw === '') {
            return [];
        }
        $ids = unserialize(base64_decode($raw));
        if (!is_array($ids)) {
            return [];
        }
        $ids = array_filter($ids, 'is_int');

        return array_slice(array_values($ids), 0, self::KEEP);
    }
}
