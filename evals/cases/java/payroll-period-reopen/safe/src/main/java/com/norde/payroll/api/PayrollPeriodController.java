package com.norde.payroll.api;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.norde.payroll.domain.PayrollPeriods;

@RestController
@RequestMapping("/api/payroll/periods")
public class PayrollPeriodController {

    private final PayrollPeriods periods;

    public PayrollPeriodController(PayrollPeriods periods) {
        this.periods = periods;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('payroll:read')")
    public List<PeriodDto> list() {
        return periods.all().stream().map(PeriodDto::of).toList();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('payroll:write')")
    @ResponseStatus(HttpStatus.CREATED)
    public PeriodDto open(@Valid @RequestBody OpenPeriodRequest request) {
        return PeriodDto.of(periods.open(request.month()));
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasAuthority('payroll:close')")
    public PeriodDto close(@PathVariable long id) {
        return PeriodDto.of(periods.close(id));
    }

    @PostMapping("/{id}/reopen")
    @PreAuthorize("hasAuthority('payroll:close')")
    public PeriodDto reopen(@PathVariable long id, @Valid @RequestBody ReopenPeriodRequest request) {
        return PeriodDto.of(periods.reopen(id, request.reason()));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('payroll:write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void discard(@PathVariable long id) {
        periods.discard(id);
    }
}
