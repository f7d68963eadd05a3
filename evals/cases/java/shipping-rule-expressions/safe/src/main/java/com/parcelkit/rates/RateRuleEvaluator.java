package com.parcelkit.rates;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionException;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.stereotype.Component;

/** Finds the rate for a basket: the first rule of the merchant that matches. */
@Component
public class RateRuleEvaluator {

    private static final Logger log = LoggerFactory.getLogger(RateRuleEvaluator.class);

    private final ExpressionParser parser = new SpelExpressionParser();

    public Optional<BigDecimal> rate(List<RateRule> rules, BasketFacts basket) {
        return rules.stream()
                .filter(rule -> matches(rule, basket))
                .map(RateRule::price)
                .findFirst();
    }

    private boolean matches(RateRule rule, BasketFacts basket) {
        if (basket.weightGrams() > rule.maxWeightGrams() || !rule.countries().contains(basket.country())) {
            return false;
        }
        return rule.condition() == null || rule.condition().isBlank() || holds(rule, basket);
    }

    /** A condition is what the merchant typed in, such as {@code total > 50 and itemCount < 10}. */
    private boolean holds(RateRule rule, BasketFacts basket) {
        try {
            Expression expression = parser.parseExpression(rule.condition());
            SimpleEvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding().build();
            Boolean matches = expression.getValue(context, basket, Boolean.class);
            return Boolean.TRUE.equals(matches);
        } catch (ExpressionException e) {
            log.warn("Condition of rule {} does not evaluate", rule.id());
            return false;
        }
    }
}
