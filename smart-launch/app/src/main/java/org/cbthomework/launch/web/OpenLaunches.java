package org.cbthomework.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.cbthomework.launch.authorization.LaunchRefused;
import org.cbthomework.launch.authorization.Refusal;
import org.cbthomework.launch.ehr.Ehr;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.launches.Launch;
import org.cbthomework.launch.launches.LaunchId;
import org.cbthomework.launch.launches.Launches;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Finds the launch that an address names, for the browser that opened it and for no other. */
final class OpenLaunches implements HandlerMethodArgumentResolver {

    private final Launches launches;
    private final Ehrs ehrs;

    OpenLaunches(Launches launches, Ehrs ehrs) {
        this.launches = launches;
        this.ehrs = ehrs;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Launch.class);
    }

    /** An unknown launch and that of another browser are answered alike. */
    @Override
    public Launch resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("A launch is of a request over HTTP");
        }
        Launch launch = id(request)
                .flatMap(id -> BrowserSession.of(request).flatMap(browser -> launches.find(id, browser)))
                .orElseThrow(
                        () -> new LaunchRefused(Refusal.OVER, "no launch of this browser under this address", null));
        Ehr ehr = ehrs.of(launch.issuer())
                .orElseThrow(() -> new LaunchRefused(Refusal.OVER, "its EHR is not registered any more", null));
        FrameAncestors.allow(request, ehr.frameAncestors());
        return launch;
    }

    private static Optional<LaunchId> id(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("launch") instanceof String text
                ? LaunchId.of(text)
                : Optional.empty();
    }
}
