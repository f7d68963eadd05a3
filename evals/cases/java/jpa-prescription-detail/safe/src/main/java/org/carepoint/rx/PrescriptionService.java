package org.carepoint.rx;

import jakarta.persistence.EntityNotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a patient sees of their prescriptions in the portal. */
@Service
@Transactional(readOnly = true)
public class PrescriptionService {

    private final PrescriptionRepository prescriptions;
    private final CurrentPatient patients;
    private final Clock clock;

    PrescriptionService(PrescriptionRepository prescriptions, CurrentPatient patients, Clock clock) {
        this.prescriptions = prescriptions;
        this.patients = patients;
        this.clock = clock;
    }

    public List<PrescriptionView> mine() {
        return prescriptions.findByPatientIdOrderByIssuedOnDesc(patients.currentId()).stream()
                .map(this::view)
                .toList();
    }

    public PrescriptionView detail(Long id) {
        PrescriptionView detail = view(load(id));
        return detail.withRepeatable(detail.repeatsLeft() > 0);
    }

    @Transactional
    public PrescriptionView repeat(Long id) {
        Prescription prescription = load(id);
        if (!prescription.useRepeat(LocalDate.now(clock))) {
            throw new IllegalStateException("no repeats left");
        }
        return view(prescription);
    }

    private Prescription load(Long id) {
        return prescriptions.findByIdAndPatientId(id, patients.currentId())
                .orElseThrow(() -> new EntityNotFoundException("prescription"));
    }

    private PrescriptionView view(Prescription p) {
        boolean expired = p.getValidUntil().isBefore(LocalDate.now(clock));
        return new PrescriptionView(p.getId(), p.getDrug(), p.getDosage(), p.getRepeatsLeft(), expired, false);
    }
}
