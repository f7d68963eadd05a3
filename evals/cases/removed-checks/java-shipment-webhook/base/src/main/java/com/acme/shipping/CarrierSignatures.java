package com.acme.shipping;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
public class CarrierSignatures {

    private final SecretKeySpec key;

    public CarrierSignatures(@Value("${carrier.webhook-key}") String key) {
        this.key = new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256");
    }

    public boolean matches(byte[] body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
