package org.cbthomework.launch.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What there is to say in the language of whoever asks. */
@Component
final class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** What is said under a key. */
    String of(String key, Object... places) {
        return messages.getMessage(key, places, locale());
    }

    /** The same; what is no key says itself, as do the words of a server. */
    String orItself(String keyOrWords) {
        return String.valueOf(messages.getMessage(keyOrWords, null, keyOrWords, locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
