package org.cbthomework.launch.authorization;

/** Why a launch is not, or no longer, possible, in words for the person before the screen. */
public enum Refusal {
    NO_EHR(
            400,
            "Which health record?",
            "The link does not say which health record it belongs to. Open homework from your health record, or begin"
                    + " at the start page."),
    UNKNOWN_EHR(
            400,
            "This health record is not known here",
            "Nothing was sent to it. If the link came from your clinic, tell the clinic: whoever runs this app can"
                    + " register the health record by its issuer."),
    NOT_FOUND_OUT(
            502,
            "The health record could not be reached",
            "Wait a minute and open homework again. If it stays so, tell your clinic."),
    STATE(
            400,
            "This sign-in was not begun here, or is over",
            "It was begun in another browser, used before, or left open for too long. Open homework again from your"
                    + " health record. If it is shown inside another page, open it in a window of its own: your browser"
                    + " may keep cookies from a page in a page."),
    ANSWERED_BY_ANOTHER(
            400,
            "The answer came from somebody else",
            "Nothing was sent to them. Open homework again from your health record, and tell your clinic."),
    DENIED(
            403,
            "You did not allow it",
            "Homework needs access to your health record. Open it again if you change your mind."),
    NOT_GRANTED(
            502, "The health record did not let the app in", "Open homework again. If it stays so, tell your clinic."),
    IDENTITY(
            502,
            "Who you are could not be made sure of",
            "Nothing was opened. Open homework again; if it stays so, tell your clinic."),
    OVER(401, "Homework is not open any more", "Open it again from your health record."),
    AWAY(503, "The health record does not answer", "Wait a minute and try again.");

    private final int status;
    private final String title;
    private final String remedy;

    Refusal(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    /** Of the answer, in HTTP. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String remedy() {
        return remedy;
    }
}
