package org.cbthomework.launch.launches;

/**
 * The browser that holds a session, told apart by a secret in it. It stays the same when the id of the session is changed.
 *
 * @param secret 43 characters that nobody guesses
 */
public record Browser(String secret) {

    /** One that was not seen before. */
    public static Browser unseen() {
        return new Browser(Unguessable.text());
    }

    String hash() {
        return Unguessable.hash(secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Browser";
    }
}
