package org.cbthomework.launch.review;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cbthomework.launch.review.Reading.Said.Kind;
import org.hl7.fhir.r4.model.Attachment;

/** Something that was drawn, photographed or recorded, and is kept with a response. */
public final class Kept {

    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
    private static final Set<String> SOUNDS =
            Set.of("audio/webm", "audio/mp4", "audio/ogg", "audio/mpeg", "audio/wav", "audio/aac");

    private final String type;
    private final byte[] content;

    private Kept(String type, byte[] content) {
        this.type = type;
        this.content = content.clone();
    }

    /** Of a list of such as no browser takes for a page or a script. */
    public String type() {
        return type;
    }

    public byte[] content() {
        return content.clone();
    }

    static Kind kind(Attachment attachment) {
        if (!attachment.hasData()) {
            return Kind.OTHER;
        }
        String type = type(attachment);
        return IMAGES.contains(type) ? Kind.IMAGE : SOUNDS.contains(type) ? Kind.SOUND : Kind.OTHER;
    }

    /** Empty if it is of another type, or only a link to elsewhere. */
    static Optional<Kept> of(Attachment attachment) {
        return kind(attachment) == Kind.OTHER
                ? Optional.empty()
                : Optional.of(new Kept(type(attachment), attachment.getData()));
    }

    private static String type(Attachment attachment) {
        return String.valueOf(attachment.getContentType())
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
