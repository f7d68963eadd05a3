package com.oakandelm.shop.wishlist;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

public class Wishlist {

    public static final int MAX_ITEMS = 50;

    private final Set<Integer> productIds = new LinkedHashSet<>();

    public boolean add(int productId) {
        return productIds.size() < MAX_ITEMS && productIds.add(productId);
    }

    public void remove(int productId) {
        productIds.remove(productId);
    }

    public Set<Integer> productIds() {
        return Collections.unmodifiableSet(productIds);
    }
}
