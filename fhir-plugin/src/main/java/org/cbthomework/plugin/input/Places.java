package org.cbthomework.plugin.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks up where in a checked body a name stands: HAPI's parser tells what is wrong with it, and not where it is. */
record Places(String text, Format format) {

    /** Where the name first stands, and how often: {@code What is at /item/0/foo (line 1, column 20)}. */
    String of(@Nullable String name) {
        if (name == null) {
            return "The body";
        }
        List<String> found = new ArrayList<>();
        try {
            if (format.isJson()) {
                findInJson(name, found);
            } else {
                findInXml(name, found);
            }
        } catch (IOException | XMLStreamException malformed) {
            // Then what was found before that is all there is to say.
        }
        if (found.isEmpty()) {
            return "The element " + Path.shown(name);
        }
        return found.get(0) + (found.size() == 1 ? "" : ", or at another of the " + found.size() + " of that name,");
    }

    private void findInJson(String name, List<String> found) throws IOException {
        try (JsonParser json = JsonCheck.parser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals(name)) {
                    found.add(JsonCheck.where(json));
                }
            }
        }
    }

    private void findInXml(String name, List<String> found) throws XMLStreamException {
        XMLStreamReader xml = XmlCheck.parser(text);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(name)) {
                found.add(XmlCheck.where(xml));
            }
        }
    }
}
