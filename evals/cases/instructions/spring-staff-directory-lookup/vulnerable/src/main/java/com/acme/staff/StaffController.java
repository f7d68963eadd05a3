package com.acme.staff;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff")
@PreAuthorize("hasRole('EMPLOYEE')")
public class StaffController {

    private final StaffDirectory directory;

    public StaffController(StaffDirectory directory) {
        this.directory = directory;
    }

    @GetMapping(params = "department")
    public List<Person> ofDepartment(@RequestParam String department) {
        return directory.ofDepartment(department);
    }

    @GetMapping(params = "mail")
    public List<Person> byMail(@RequestParam String mail) {
        return directory.byMail(mail.strip());
    }
}
