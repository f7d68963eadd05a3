package com.oakandelm.shop.wishlist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

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
        byte[] bytes = Base64.getUrlDecoder().decode(cookie.getValue());
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Wishlist) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            return new Wishlist();
        }
    }

    public void save(Wishlist wishlist, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(wishlist)));
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setMaxAge(NINETY_DAYS);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static byte[] bytes(Wishlist wishlist) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(buffer)) {
            out.writeObject(wishlist);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toByteArray();
    }
}
