package org.cbthomework.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.cbthomework.questionnaires.ParsedLibrary;
import org.hl7.fhir.r4.model.Questionnaire;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The Questionnaires that the library publishes for tests. */
public final class Forms {

    private Forms() {}

    /** Those that match a pattern below the library's folder of tests, by the name of their file. */
    public static Map<String, Questionnaire> in(String pattern) {
        Map<String, Questionnaire> forms = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/cbthomework/questionnaires/" + pattern)) {
                String json = file.getContentAsString(StandardCharsets.UTF_8);
                forms.put(String.valueOf(file.getFilename()), (Questionnaire) ParsedLibrary.parse(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(pattern, e);
        }
        return forms;
    }
}
