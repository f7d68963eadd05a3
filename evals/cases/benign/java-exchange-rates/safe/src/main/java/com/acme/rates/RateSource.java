package com.acme.rates;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** Where exchange rates come from. */
public interface RateSource {

    Map<String, BigDecimal> ratesOf(String currency) throws IOException, InterruptedException;
}
