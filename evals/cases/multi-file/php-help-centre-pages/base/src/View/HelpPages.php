<?php

declare(strict_types=1);

namespace Kundenportal\View;

/**
 * The pages of the help centre and where they are.
 */
final class HelpPages
{
    public const FILES = [
        'start' => 'start',
        'rechnung' => 'billing/invoices',
        'vertrag' => 'contracts/overview',
        'kontakt' => 'contact',
    ];
}
