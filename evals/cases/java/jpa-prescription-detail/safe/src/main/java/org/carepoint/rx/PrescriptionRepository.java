package org.carepoint.rx;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface PrescriptionRepository extends JpaRepository<Prescription, Long> {

    List<Prescription> findByPatientIdOrderByIssuedOnDesc(Long patientId);

    Optional<Prescription> findByIdAndPatientId(Long id, Long patientId);
}
