package org.cbthomework.launch.web;

import java.util.List;
import org.cbthomework.launch.ehr.Ehrs;
import org.cbthomework.launch.launches.Launches;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the end points the launch that their address names. */
@Configuration(proxyBeanMethods = false)
class WebParts implements WebMvcConfigurer {

    private final Launches launches;
    private final Ehrs ehrs;
    private final LaunchFlood flood;

    WebParts(Launches launches, Ehrs ehrs, LaunchFlood flood) {
        this.flood = flood;
        this.launches = launches;
        this.ehrs = ehrs;
    }

    @Override
    public void addInterceptors(InterceptorRegistry all) {
        all.addInterceptor(flood).addPathPatterns("/launch", "/callback");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OpenLaunches(launches, ehrs));
    }
}
