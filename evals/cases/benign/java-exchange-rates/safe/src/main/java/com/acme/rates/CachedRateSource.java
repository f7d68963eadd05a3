package com.acme.rates;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers the rates of a currency for an hour. */
public final class CachedRateSource implements RateSource {

    private record Entry(Instant until, Map<String, BigDecimal> rates) {}

    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final RateSource source;
    private final Clock clock;

    public CachedRateSource(RateSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Map<String, BigDecimal> ratesOf(String currency) throws IOException, InterruptedException {
        Entry entry = entries.get(currency);
        if (entry == null || entry.until().isBefore(clock.instant())) {
            entry = new Entry(clock.instant().plus(KEPT), Map.copyOf(source.ratesOf(currency)));
            entries.put(currency, entry);
        }
        return entry.rates();
    }
}
