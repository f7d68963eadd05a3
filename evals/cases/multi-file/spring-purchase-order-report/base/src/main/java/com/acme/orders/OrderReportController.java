package com.acme.orders;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/suppliers/{supplierId}/orders")
@PreAuthorize("@suppliers.mayRead(authentication, #supplierId)")
public class OrderReportController {

    private final OrderReportService reports;

    public OrderReportController(OrderReportService reports) {
        this.reports = reports;
    }

    @GetMapping("/totals")
    public List<OrderTotal> totals(@PathVariable long supplierId) {
        return reports.totals(supplierId);
    }
}
