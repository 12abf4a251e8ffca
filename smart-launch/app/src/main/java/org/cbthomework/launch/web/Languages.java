package org.cbthomework.launch.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The languages that pages speak: the first that the reader's browser asks for, else English. Worksheets do likewise. */
@Configuration(proxyBeanMethods = false)
class Languages {

    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    @Bean
    static LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(SPOKEN);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
