<?php

declare(strict_types=1);

namespace App\Controller;

use App\Entity\Company;
use App\Security\CompanyVoter;
use Doctrine\ORM\EntityManagerInterface;
use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\DependencyInjection\Attribute\Autowire;
use Symfony\Component\HttpFoundation\File\UploadedFile;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\Routing\Attribute\Route;
use Symfony\Component\Security\Http\Attribute\IsGranted;

final class LogoController extends AbstractController
{

    public function __construct(
        private readonly EntityManagerInterface $entities,
        #[Autowire('%kernel.project_dir%/public/logos')] private readonly string $logoDirectory,
    ) {
    }

    #[Route('/companies/{id}/logo', methods: ['POST'])]
    #[IsGranted(CompanyVoter::EDIT, subject: 'company')]
    public function upload(Company $company, Request $request): JsonResponse
    {
        $file = $request->files->get('logo');
        if (!$file instanceof UploadedFile || $file->getSize() > 1_000_000) {
            return $this->json(['message' => 'Please send an image below 1 MB.'], 422);
        }
        if (!str_starts_with((string) $file->getClientMimeType(), 'image/')) {
            return $this->json(['message' => 'Please send an image.'], 422);
        }
        // Customers want to see their own name when they download the logo.
        $name = $company->getId() . '-' . basename($file->getClientOriginalName());
        $file->move($this->logoDirectory, $name);
        $company->setLogo($name);
        $this->entities->flush();

        return $this->json(['logo' => '/logos/' . $name]);
    }
}
