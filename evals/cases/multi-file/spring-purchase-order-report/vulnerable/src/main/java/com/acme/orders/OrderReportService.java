package com.acme.orders;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class OrderReportService {

    private static final Comparator<OrderTotal> BY_AMOUNT =
            Comparator.comparing(OrderTotal::amount).reversed();

    private final OrderReportRepository repository;

    public OrderReportService(OrderReportRepository repository) {
        this.repository = repository;
    }

    /** Totals of a supplier, largest first. */
    public List<OrderTotal> totals(long supplierId, String groupBy) {
        return repository.totals(supplierId, groupBy).stream().sorted(BY_AMOUNT).toList();
    }
}
