package com.acme.orders;

/** What reports on orders can be grouped by. */
public enum Grouping {
    COST_CENTRE("cost_centre"),
    BUYER("buyer_code"),
    MONTH("order_month");

    private final String column;

    Grouping(String column) {
        this.column = column;
    }

    public String column() {
        return column;
    }
}
