package com.acme.catalogue;

import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.data.jpa.domain.Specification;

final class ProductSpecifications {

    private static final char ESCAPE = '!';

    private ProductSpecifications() {}

    static Specification<Product> matching(ProductQuery query) {
        return (product, criteria, builder) -> {
            List<Predicate> all = new ArrayList<>();
            all.add(builder.isTrue(product.get("published")));
            if (query.text() != null) {
                String pattern = "%" + escape(query.text().toLowerCase(Locale.ROOT)) + "%";
                all.add(builder.like(builder.lower(product.get("name")), pattern, ESCAPE));
            }
            if (query.brand() != null) {
                all.add(builder.equal(product.get("brand"), query.brand()));
            }
            if (query.cheapest() != null) {
                all.add(builder.greaterThanOrEqualTo(product.get("price"), query.cheapest()));
            }
            if (query.dearest() != null) {
                all.add(builder.lessThanOrEqualTo(product.get("price"), query.dearest()));
            }
            return builder.and(all.toArray(Predicate[]::new));
        };
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
