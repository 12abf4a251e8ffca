package org.cbthomework.demo.patients;

/**
 * Somebody of the demo who can sign in.
 *
 * @param login the user name
 * @param name what the person is called
 * @param resource who that is in the record, as {@code Practitioner/demo-clinician-one}
 * @param shows what signing in as this person shows
 */
public record Person(String login, String name, String resource, String shows) {

    public String resourceType() {
        return resource.substring(0, resource.indexOf('/'));
    }

    public String resourceId() {
        return resource.substring(resource.indexOf('/') + 1);
    }
}
