package org.cbthomework.plugin.input;

import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads through one XML document with the parser that HAPI uses, without its entities, and holds it to the rules. */
final class XmlCheck {

    /** Of Woodstox, by name: its classes cannot be compiled against without the annotations they bear. */
    private static final Map<String, Object> WITHOUT_BOUNDS_OF_ITS_OWN = Map.of(
            "com.ctc.wstx.lazyParsing", false,
            "com.ctc.wstx.maxElementDepth", Integer.MAX_VALUE,
            "com.ctc.wstx.maxAttributeSize", Integer.MAX_VALUE);

    private static final XMLInputFactory XML = factory();

    private final Guards guards;
    private final Counting counting;
    private final Texts texts;
    private final Numbers numbers;
    private int depth;
    private int textLength;
    private boolean isSuspect;

    XmlCheck(Guards guards, int mostElements) {
        this.guards = guards;
        this.counting = new Counting(guards, mostElements);
        this.texts = new Texts(guards);
        this.numbers = new Numbers(guards);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        WITHOUT_BOUNDS_OF_ITS_OWN.forEach((property, value) -> {
            if (factory.isPropertySupported(property)) {
                factory.setProperty(property, value);
            }
        });
        return factory;
    }

    /** A parser that knows no document types, and leaves all other bounds to its user. */
    static XMLStreamReader parser(String text) throws XMLStreamException {
        return XML.createXMLStreamReader(new StringReader(text));
    }

    /**
     * Checks it, once.
     *
     * @return whether it has a value that would be out of bounds if it turned out to be a number
     * @throws Refusal if it breaks a rule
     */
    boolean isSuspect(String text) {
        try {
            XMLStreamReader xml = parser(text);
            String encoding = xml.getCharacterEncodingScheme();
            guards.hold(
                    Rule.TEXT_ENCODING,
                    encoding == null || encoding.equalsIgnoreCase("UTF-8"),
                    () -> "The XML declaration names another encoding than UTF-8; write UTF-8");
            while (xml.hasNext()) {
                check(xml, xml.next());
            }
        } catch (XMLStreamException malformed) {
            guards.hold(Rule.SYNTAX, false, () -> describe(malformed.getLocation()));
        }
        return isSuspect;
    }

    private static String describe(Location place) {
        return "The body is not one well-formed XML document"
                + (place == null ? "" : " at line " + place.getLineNumber() + ", column " + place.getColumnNumber())
                + "; correct it there";
    }

    private void check(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter(xml);
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                textLength = 0;
            }
            case XMLStreamConstants.DTD ->
                guards.hold(Rule.DOCTYPE, false, () -> "The body has a document type declaration; leave it out");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                guards.hold(
                        Rule.SYNTAX,
                        false,
                        () -> where(xml) + " refers to an entity that XML does not have; write the character");
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                textLength += xml.getTextLength();
                texts.checkLength(textLength, () -> where(xml));
                texts.checkCharacters(xml.getText(), () -> where(xml));
            }
            default -> {
                // Comments and instructions carry nothing.
            }
        }
    }

    private void enter(XMLStreamReader xml) {
        textLength = 0;
        if (depth == 1) {
            counting.nextEntry();
        }
        counting.next();
        depth++;
        guards.hold(
                Rule.DEPTH,
                depth <= guards.limits().depth(),
                () -> where(xml) + " is nested deeper than " + guards.limits().depth() + " levels; flatten it");
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            checkAttribute(xml, xml.getAttributeValue(i));
        }
    }

    private void checkAttribute(XMLStreamReader xml, String value) {
        if (!"data".equals(xml.getLocalName())) {
            texts.checkLength(value.length(), () -> where(xml));
        }
        texts.checkCharacters(value, () -> where(xml));
        isSuspect |= numbers.isSuspect(value, () -> where(xml));
    }

    static String where(XMLStreamReader xml) {
        Location place = xml.getLocation();
        String name = xml.hasName() ? xml.getLocalName() : "";
        return Path.at(name, place.getLineNumber(), place.getColumnNumber());
    }
}
