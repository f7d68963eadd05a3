package com.acme.catalogue;

import jakarta.validation.Valid;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ProductController {

    private final ProductRepository products;

    public ProductController(ProductRepository products) {
        this.products = products;
    }

    @GetMapping("/products")
    public Page<ProductView> list(@Valid ProductQuery query) {
        PageRequest page = PageRequest.of(query.page(), query.size(), query.order().sort());
        return products.findAll(ProductSpecifications.matching(query), page).map(ProductView::of);
    }
}
