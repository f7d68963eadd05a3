package com.acme.staff;

import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.SearchControls;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.stereotype.Component;

/** Who works here. */
@Component
public class StaffDirectory {

    private static final String BASE = "ou=staff";
    private static final int MAX_ENTRIES = 20;

    private final LdapTemplate ldap;

    public StaffDirectory(LdapTemplate ldap) {
        this.ldap = ldap;
    }

    /** The people of a department. */
    public List<Person> ofDepartment(String department) {
        return ldap.search(
                LdapQueryBuilder.query()
                        .base(BASE)
                        .countLimit(MAX_ENTRIES)
                        .where("objectClass").is("person")
                        .and("departmentNumber").is(department),
                StaffDirectory::person);
    }

    private static Person person(Attributes attributes) throws NamingException {
        return new Person(text(attributes, "cn"), text(attributes, "mail"), text(attributes, "telephoneNumber"));
    }

    private static String text(Attributes attributes, String name) throws NamingException {
        var attribute = attributes.get(name);
        return attribute == null ? "" : String.valueOf(attribute.get());
    }
}
