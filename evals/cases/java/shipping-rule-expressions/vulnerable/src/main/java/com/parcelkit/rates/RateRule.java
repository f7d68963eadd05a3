package com.parcelkit.rates;

import java.math.BigDecimal;
import java.util.Set;

import jakarta.validation.constraints.Size;

public record RateRule(
        long id,
        int maxWeightGrams,
        Set<String> countries,
        @Size(max = 300) String condition,
        BigDecimal price) {
}
