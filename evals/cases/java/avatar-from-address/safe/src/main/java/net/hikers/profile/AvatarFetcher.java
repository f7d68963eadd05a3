package net.hikers.profile;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

@Component
class AvatarFetcher {

    private static final int MAX_BYTES = 512 * 1024;
    private static final Set<String> HOSTS = Set.of("secure.gravatar.com", "avatars.githubusercontent.com");

    private final RestTemplate http;

    AvatarFetcher(RestTemplateBuilder builder) {
        this.http = builder
                .requestFactory(() -> new BoundedRequestFactory(MAX_BYTES))
                .setConnectTimeout(Duration.ofSeconds(2))
                .setReadTimeout(Duration.ofSeconds(5))
                .build();
    }

    byte[] fetch(URI address) {
        if (!"https".equals(address.getScheme()) || !HOSTS.contains(address.getHost()) || address.getPort() != -1) {
            throw new AvatarException("pictures are taken from Gravatar and GitHub only");
        }
        try {
            byte[] image = http.getForObject(address, byte[].class);
            if (image == null || image.length == 0) {
                throw new AvatarException("there is no picture at this address");
            }
            return image;
        } catch (RestClientException e) {
            throw new AvatarException("the picture could not be loaded", e);
        }
    }
}
