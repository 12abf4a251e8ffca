package org.cbthomework.demo.authorization;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cbthomework.demo.patients.Person;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Everybody who can sign in, all with the one password of the demo. */
public final class Users implements UserDetailsService {

    /** No secret: it stands on the sign-in page. */
    public static final String PASSWORD = "demo";

    private final Map<String, Person> people;
    private final String password;

    Users(List<Person> people, PasswordEncoder passwords) {
        this.people = people.stream().collect(Collectors.toUnmodifiableMap(Person::login, Function.identity()));
        this.password = passwords.encode(PASSWORD);
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return User.withUsername(person(login).login())
                .password(password)
                .authorities("USER")
                .build();
    }

    /**
     * Who signs in under this name.
     *
     * @throws UsernameNotFoundException when nobody does
     */
    public Person person(String login) {
        Person person = people.get(login);
        if (person == null) {
            throw new UsernameNotFoundException("Nobody of the demo signs in under this name");
        }
        return person;
    }
}
