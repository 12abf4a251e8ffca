package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cbthomework.launch.launches.Launch;
import org.jspecify.annotations.Nullable;

/**
 * The worksheet that somebody meant whose launch is over. Only the id of its Task goes along, and it is opened only for
 * the patient whose it is: nobody is led anywhere else.
 */
final class DeepLink {

    static final String PARAMETER = "worksheet";

    private static final String ID = "[A-Za-z0-9.-]{1,64}";
    private static final Pattern PAGE = Pattern.compile("/l/[A-Za-z0-9_-]{1,64}/worksheet/(" + ID + ")");

    private DeepLink() {}

    /** The id of the Task in the address of a page. */
    static Optional<String> of(HttpServletRequest request) {
        Matcher page = PAGE.matcher(request.getRequestURI());
        return page.matches() ? Optional.of(page.group(1)) : Optional.empty();
    }

    /** The id of the Task in a parameter; null if it is none. */
    static @Nullable String told(@Nullable String parameter) {
        return parameter != null && parameter.matches(ID) ? parameter : null;
    }

    static String home(Launch launch) {
        return "/l/" + launch.id() + "/";
    }

    static String worksheet(Launch launch, String occasion) {
        return home(launch) + "worksheet/" + occasion;
    }
}
