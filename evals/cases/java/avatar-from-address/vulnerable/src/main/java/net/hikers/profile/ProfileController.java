package net.hikers.profile;

import java.net.URI;
import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/me")
class ProfileController {

    private final ProfileService profiles;
    private final AvatarFetcher fetcher;

    ProfileController(ProfileService profiles, AvatarFetcher fetcher) {
        this.profiles = profiles;
        this.fetcher = fetcher;
    }

    @GetMapping
    ProfileView me(@AuthenticationPrincipal Member member) {
        return profiles.view(member);
    }

    @PutMapping("/avatar")
    ResponseEntity<Void> avatar(@AuthenticationPrincipal Member member, @RequestBody Map<String, String> body) {
        byte[] image = fetcher.fetch(URI.create(body.getOrDefault("address", "")));
        profiles.saveAvatar(member, AvatarImage.reencode(image));
        return ResponseEntity.noContent().build();
    }
}
