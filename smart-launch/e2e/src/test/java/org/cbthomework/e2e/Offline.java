package org.cbthomework.e2e;

/** What a browser says on its console of a request that a test made come to nothing. */
final class Offline {

    private Offline() {}

    static boolean isTold(String wrong) {
        return wrong.contains("Failed to load resource");
    }
}
