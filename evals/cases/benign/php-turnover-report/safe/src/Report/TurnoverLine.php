<?php

declare(strict_types=1);

namespace Acme\Report;

final readonly class TurnoverLine
{
    public function __construct(public string $label, public int $sales, public int $cents)
    {
    }
}
