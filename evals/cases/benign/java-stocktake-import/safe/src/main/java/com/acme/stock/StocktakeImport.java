package com.acme.stock;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class StocktakeImport {

    private static final Pattern LINE = Pattern.compile("([A-Z]{2}-\\d{4,8});([A-Z]\\d{2});(\\d{1,6})");
    private static final int MOST_LINES = 100_000;
    private static final int BATCH = 500;
    private static final String INSERT =
            "INSERT INTO stocktake_lines (sku, shelf, counted) VALUES (?, ?, ?)"
                    + " ON CONFLICT (sku, shelf) DO UPDATE SET counted = excluded.counted";

    /** A line that is not article, shelf and count. */
    public static final class BadLine extends RuntimeException {
        private final int line;

        BadLine(int line) {
            super("Line " + line + " is not a count");
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    private final JdbcTemplate jdbc;

    public StocktakeImport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Store all counts in a file, or none; return how many there were. */
    @Transactional
    public int run(Path file) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                rows.add(parse(text, rows.size() + 1));
            }
        }
        for (int start = 0; start < rows.size(); start += BATCH) {
            jdbc.batchUpdate(INSERT, rows.subList(start, Math.min(start + BATCH, rows.size())));
        }
        return rows.size();
    }

    private static Object[] parse(String text, int number) {
        Matcher matcher = LINE.matcher(text.strip());
        if (number > MOST_LINES || !matcher.matches()) {
            throw new BadLine(number);
        }
        return new Object[] {matcher.group(1), matcher.group(2), Integer.valueOf(matcher.group(3))};
    }
}
