package org.cbthomework.questionnaires;

/** The library cannot be read; the message names the file and the remedy. */
public final class IncompleteLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncompleteLibraryException(String message) {
        super(message);
    }

    IncompleteLibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
