package org.carepoint.rx;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/portal/prescriptions")
@PreAuthorize("hasRole('PATIENT')")
class PrescriptionController {

    private final PrescriptionService service;

    PrescriptionController(PrescriptionService service) {
        this.service = service;
    }

    @GetMapping
    List<PrescriptionView> mine() {
        return service.mine();
    }

    @GetMapping("/{id}")
    PrescriptionView detail(@PathVariable Long id) {
        return service.detail(id);
    }
}
