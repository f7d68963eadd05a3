package com.acme.rates;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Asks the central bank's service. */
public final class HttpRateSource implements RateSource {

    private static final URI BASE = URI.create("https://rates.centralbank.example/v1/latest/");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final TypeReference<Map<String, BigDecimal>> RATES = new TypeReference<>() {};
    private static final int ATTEMPTS = 4;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ObjectMapper json;

    public HttpRateSource(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Map<String, BigDecimal> ratesOf(String currency) throws IOException, InterruptedException {
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("A currency has three capital letters");
        }
        HttpRequest request =
                HttpRequest.newBuilder(BASE.resolve(currency))
                        .header("Accept", "application/json")
                        .timeout(Duration.ofSeconds(10))
                        .build();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return json.readValue(response.body(), RATES);
            }
            if (response.statusCode() < 500 || attempt == ATTEMPTS) {
                throw new IOException("The rates service answered " + response.statusCode());
            }
            Thread.sleep(pause(attempt));
        }
    }

    private static Duration pause(int attempt) {
        long longest = 250L << attempt;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
