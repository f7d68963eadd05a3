package com.acme.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/stocktakes")
@PreAuthorize("hasRole('WAREHOUSE')")
public class StocktakeController {

    private static final long LARGEST = 5_000_000;

    private final StocktakeRepository stocktakes;
    private final StocktakeImport imports;

    public StocktakeController(StocktakeRepository stocktakes, StocktakeImport imports) {
        this.stocktakes = stocktakes;
        this.imports = imports;
    }

    @GetMapping
    public List<Stocktake> list() {
        return stocktakes.latest(50);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    public ResponseEntity<Integer> upload(@RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > LARGEST) {
            return ResponseEntity.status(413).build();
        }
        Path copy = Files.createTempFile("stocktake-", ".csv");
        try {
            file.transferTo(copy);
            return ResponseEntity.ok(imports.run(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @ExceptionHandler(StocktakeImport.BadLine.class)
    public ProblemDetail badLine(StocktakeImport.BadLine problem) {
        ProblemDetail detail = ProblemDetail.forStatus(422);
        detail.setProperty("line", problem.line());
        return detail;
    }
}
