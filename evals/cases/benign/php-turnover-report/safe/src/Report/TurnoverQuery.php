<?php

declare(strict_types=1);

namespace Acme\Report;

use DateTimeImmutable;

final readonly class TurnoverQuery
{
    public const GROUPINGS = ['day', 'month', 'shop'];

    /** @param list<int> $shops */
    private function __construct(
        public DateTimeImmutable $from,
        public DateTimeImmutable $until,
        public array $shops,
        public string $grouping,
    ) {
    }

    /** @param array<string, mixed> $input */
    public static function fromInput(array $input): self
    {
        $shops = array_filter(array_map('intval', (array) ($input['shops'] ?? [])));
        $grouping = $input['by'] ?? 'day';

        return new self(
            self::day($input['from'] ?? null) ?? new DateTimeImmutable('first day of this month'),
            self::day($input['until'] ?? null) ?? new DateTimeImmutable('today'),
            array_slice(array_values($shops), 0, 50),
            in_array($grouping, self::GROUPINGS, true) ? $grouping : 'day',
        );
    }

    private static function day(mixed $text): ?DateTimeImmutable
    {
        return is_string($text) ? (DateTimeImmutable::createFromFormat('!Y-m-d', $text) ?: null) : null;
    }
}
