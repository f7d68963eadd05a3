package com.parcelkit.rates;

import java.math.BigDecimal;
import java.util.Set;

public record RateRule(long id, int maxWeightGrams, Set<String> countries, BigDecimal price) {
}
