package com.acme.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.springframework.data.domain.Sort;

/** What a visitor looks for; every part may be missing. */
public record ProductQuery(
        @Size(max = 80) String text,
        @Size(max = 40) String brand,
        @PositiveOrZero BigDecimal cheapest,
        @PositiveOrZero BigDecimal dearest,
        Order order,
        @Min(0) @Max(1000) Integer page,
        @Min(1) @Max(100) Integer size) {

    public ProductQuery {
        order = Objects.requireNonNullElse(order, Order.NAME);
        page = Objects.requireNonNullElse(page, 0);
        size = Objects.requireNonNullElse(size, 25);
    }

    /** The orders a client may ask for. */
    public enum Order {
        NAME(Sort.by("name")),
        PRICE(Sort.by("price").and(Sort.by("name"))),
        NEWEST(Sort.by(Sort.Direction.DESC, "createdAt"));

        private final Sort sort;

        Order(Sort sort) {
            this.sort = sort;
        }

        Sort sort() {
            return sort;
        }
    }
}
