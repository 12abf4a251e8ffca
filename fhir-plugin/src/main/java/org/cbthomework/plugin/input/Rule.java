package org.cbthomework.plugin.input;

import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What a request is held to. Each can be switched off, and nothing else then stands in for it. */
enum Rule {
    /** A body, and what it unpacks to, has no more bytes than its place allows. */
    BODY_SIZE(413, IssueType.TOOLONG),
    /** A form tells its length, which is that of a long address. */
    FORM_SIZE(413, IssueType.TOOLONG),
    /** A body is of a media type that is checked here: JSON, XML, or a patch in either. */
    MEDIA_TYPE(415, IssueType.NOTSUPPORTED),
    /** A body comes as it is or by gzip. */
    CONTENT_ENCODING(415, IssueType.NOTSUPPORTED),
    /** A body is valid UTF-8 without a byte order mark. */
    TEXT_ENCODING(400, IssueType.STRUCTURE),
    /** A body is one well-formed document. */
    SYNTAX(400, IssueType.STRUCTURE),
    /** A JSON object names each of its properties once. */
    DUPLICATE_KEYS(400, IssueType.STRUCTURE),
    /** An XML document has no document type declaration, and so no entities of its own. */
    DOCTYPE(400, IssueType.STRUCTURE),
    /** Objects, arrays and elements are nested no deeper than FHIR has use for. */
    DEPTH(400, IssueType.STRUCTURE),
    /** A document has no more values or elements than fit its size. */
    ITEMS(413, IssueType.TOOLONG),
    /** A string has no more characters than FHIR allows, 1 Mi; content in base64 is bounded by the body alone. */
    TEXT_LENGTH(413, IssueType.TOOLONG),
    /** A number has as many digits and such an exponent as a measurement may need. */
    NUMBERS(400, IssueType.VALUE),
    /** Text has no NUL, no lone surrogate, and nothing else that XML or PostgreSQL cannot carry. */
    CHARACTERS(422, IssueType.VALUE),
    /** A JSON Patch copies a few times at most: each copy can double the resource. */
    COPIES(413, IssueType.TOOCOSTLY),
    /** A path of a patch names an element, and computes nothing. */
    PATHS(422, IssueType.TOOCOSTLY),
    /** A Bundle has as many entries as one transaction can bear. */
    ENTRIES(413, IssueType.TOOCOSTLY),
    /** A resource has only elements that R4 gives it, with values of their types. */
    STRICT_PARSING(400, IssueType.STRUCTURE),
    /** A search has as many parameters, each as long, as a person's client may need. */
    PARAMETERS(400, IssueType.TOOCOSTLY),
    /** A page is asked for by a whole number; a larger one than is allowed is cut to that. */
    PAGE_SIZE(400, IssueType.VALUE),
    /** A search follows as many references, by chains, {@code _has} and includes, as one answer can bear. */
    CHAINS(400, IssueType.TOOCOSTLY),
    /** What HAPI's parser says of a body is told without what it quotes. */
    PARSER_TEXTS(400, IssueType.STRUCTURE);

    private final int status;
    private final IssueType issue;

    Rule(int status, IssueType issue) {
        this.status = status;
        this.issue = issue;
    }

    int status() {
        return status;
    }

    IssueType issue() {
        return issue;
    }

    /** As it is written in the settings: {@code body-size}. */
    String setting() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
