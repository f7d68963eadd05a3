package com.acme.shipping;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away every carrier call that is not signed; only a signed body is handed on. */
@Component
public class CarrierSignatureFilter extends OncePerRequestFilter {

    static final String SIGNED_BODY = "carrier.signedBody";
    private static final int MAX_BODY = 256 * 1024;

    private final CarrierSignatures signatures;

    public CarrierSignatureFilter(CarrierSignatures signatures) {
        this.signatures = signatures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/hooks/carrier");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY);
        String signature = request.getHeader("X-Carrier-Signature");
        if (signature == null || !signatures.matches(body, signature)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        request.setAttribute(SIGNED_BODY, body);
        chain.doFilter(request, response);
    }
}
