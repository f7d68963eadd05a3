package com.acme.crm.customer;

public record CustomerSearch(String name, String city) {
}
