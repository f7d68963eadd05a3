package com.payrun.persistence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.springframework.stereotype.Component;

/** Stores account numbers as ciphertext; the key comes from the vault. */
@Component
@Converter
public class IbanConverter implements AttributeConverter<String, String> {

    private static final String TRANSFORMATION = "AES/ECB/PKCS5Padding";

    private final SecretKey key;

    public IbanConverter(VaultKeys keys) {
        this.key = keys.aes("bank-details");
    }

    @Override
    public String convertToDatabaseColumn(String iban) {
        if (iban == null) {
            return null;
        }
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iban.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(sealed);
    }

    @Override
    public String convertToEntityAttribute(String column) {
        if (column == null) {
            return null;
        }
        byte[] opened = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(column));
        return new String(opened, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("bank details", e);
        }
    }
}
