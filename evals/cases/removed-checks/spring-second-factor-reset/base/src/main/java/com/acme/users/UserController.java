package com.acme.users;

import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
public class UserController {

    private final UserService users;

    public UserController(UserService users) {
        this.users = users;
    }

    @GetMapping("/me")
    public UserView me(Principal principal) {
        return UserView.of(users.byLogin(principal.getName()));
    }

    @PostMapping("/{id}/second-factor/reset")
    @PreAuthorize("hasRole('USER_ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void resetSecondFactor(@PathVariable UUID id) {
        users.resetSecondFactor(id);
    }
}
