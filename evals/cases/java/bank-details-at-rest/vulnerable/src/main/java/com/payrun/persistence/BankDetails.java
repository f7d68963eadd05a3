package com.payrun.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

@Embeddable
public class BankDetails {

    @Column(name = "holder", nullable = false)
    private String holder;

    @Convert(converter = IbanConverter.class)
    @Column(name = "iban_sealed", nullable = false, length = 255)
    private String iban;

    @Column(name = "iban_last4", nullable = false, length = 4)
    private String lastFour;

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
        this.lastFour = iban.substring(iban.length() - 4);
    }

    public String getLastFour() {
        return lastFour;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }
}
