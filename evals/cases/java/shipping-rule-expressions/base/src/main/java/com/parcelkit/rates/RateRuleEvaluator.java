package com.parcelkit.rates;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Finds the rate for a basket: the first rule of the merchant that matches. */
@Component
public class RateRuleEvaluator {

    public Optional<BigDecimal> rate(List<RateRule> rules, BasketFacts basket) {
        return rules.stream()
                .filter(rule -> matches(rule, basket))
                .map(RateRule::price)
                .findFirst();
    }

    private boolean matches(RateRule rule, BasketFacts basket) {
        return basket.weightGrams() <= rule.maxWeightGrams()
                && rule.countries().contains(basket.country());
    }
}
