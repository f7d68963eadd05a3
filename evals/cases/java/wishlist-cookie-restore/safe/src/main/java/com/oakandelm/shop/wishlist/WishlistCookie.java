package com.oakandelm.shop.wishlist;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Remembers the wishlist of a visitor who has no account. */
@Component
public class WishlistCookie {

    private static final String NAME = "wishlist";
    private static final int NINETY_DAYS = 90 * 24 * 60 * 60;

    public Wishlist load(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isBlank()) {
            return new Wishlist();
        }
        Wishlist wishlist = new Wishlist();
        Stream.of(cookie.getValue().split("\\."))
                .filter(part -> part.matches("[0-9]{1,9}"))
                .limit(Wishlist.MAX_ITEMS)
                .map(Integer::valueOf)
                .forEach(wishlist::add);
        return wishlist;
    }

    public void save(Wishlist wishlist, HttpServletResponse response) {
        String ids = wishlist.productIds().stream().map(String::valueOf).collect(Collectors.joining("."));
        Cookie cookie = new Cookie(NAME, ids);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setMaxAge(NINETY_DAYS);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
