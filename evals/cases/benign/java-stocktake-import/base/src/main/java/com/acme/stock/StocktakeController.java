package com.acme.stock;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stocktakes")
@PreAuthorize("hasRole('WAREHOUSE')")
public class StocktakeController {

    private final StocktakeRepository stocktakes;

    public StocktakeController(StocktakeRepository stocktakes) {
        this.stocktakes = stocktakes;
    }

    @GetMapping
    public List<Stocktake> list() {
        return stocktakes.latest(50);
    }
}
