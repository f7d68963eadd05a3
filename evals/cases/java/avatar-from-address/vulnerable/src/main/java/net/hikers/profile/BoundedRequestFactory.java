package net.hikers.profile;

import java.io.IOException;
import java.net.HttpURLConnection;

import org.springframework.http.client.SimpleClientHttpRequestFactory;

/** Connections that follow no redirects and stop at a size. */
class BoundedRequestFactory extends SimpleClientHttpRequestFactory {

    private final int maxBytes;

    BoundedRequestFactory(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
        super.prepareConnection(connection, method);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Range", "bytes=0-" + (maxBytes - 1));
    }
}
