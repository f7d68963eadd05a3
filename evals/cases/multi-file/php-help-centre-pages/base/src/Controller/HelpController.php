<?php

declare(strict_types=1);

namespace Kundenportal\Controller;

use Kundenportal\Http\Request;
use Kundenportal\Http\Response;
use Kundenportal\View\HelpView;

final class HelpController
{
    public function __construct(private readonly HelpView $view)
    {
    }

    public function show(Request $request): Response
    {
        return new Response($this->view->render());
    }

    public function robots(Request $request): Response
    {
        return new Response("User-agent: *\nAllow: /help\n", 200, ['Content-Type' => 'text/plain']);
    }
}
