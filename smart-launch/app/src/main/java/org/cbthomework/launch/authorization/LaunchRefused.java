package org.cbthomework.launch.authorization;

import java.io.Serial;
import java.util.Optional;
import org.cbthomework.launch.ehr.Ehr;
import org.jspecify.annotations.Nullable;

/** A launch that is not, or no longer, possible. */
public final class LaunchRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final transient @Nullable Ehr ehr;

    /**
     * Refuses.
     *
     * @param detail for whoever runs the app: neither a token nor anything clinical
     * @param ehr whose pages may show it; null if none
     */
    public LaunchRefused(Refusal refusal, String detail, @Nullable Ehr ehr) {
        super(detail);
        this.refusal = refusal;
        this.ehr = ehr;
    }

    LaunchRefused(Refusal refusal, String detail, Ehr ehr, Throwable cause) {
        super(detail, cause);
        this.refusal = refusal;
        this.ehr = ehr;
    }

    public Refusal refusal() {
        return refusal;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Optional<Ehr> ehr() {
        return Optional.ofNullable(ehr);
    }
}
