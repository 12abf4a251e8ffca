package org.cbthomework.launch.assign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cbthomework.launch.homework.HomeworkAway;
import org.cbthomework.launch.homework.HomeworkRefused;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.homework.OrderExtensions;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;

/**
 * Makes a worksheet of a clinician's own out of one of the library: other words, and without what it can do without. The one
 * it is made of stays as it is. It is active only once the server says that patients can fill it in.
 */
public final class TailoringWorksheets {

    private static final int LONG = 60;
    private static final int UNAUTHORIZED = 401;

    private final HomeworkStores stores;
    private final AssigningHomework.Naming naming;

    public TailoringWorksheets(HomeworkStores stores, AssigningHomework.Naming naming) {
        this.stores = stores;
        this.naming = naming;
    }

    /** Empty if there is no such worksheet, or it is a measure, whose words are what it measures by. */
    public Optional<Tailored> open(Launch opened, String id, Locale reader) {
        Launch launch = stores.current(opened);
        return source(launch, id, reader)
                .map(worksheet -> page(worksheet, reader, begun(worksheet), List.of(), List.of()));
    }

    /** Stores it, unless something is wrong. Empty as by {@link #open}. */
    public Optional<Tailored> tailor(Launch opened, String id, PlanForm form, Locale reader) {
        Launch launch = stores.current(opened);
        return source(launch, id, reader).map(worksheet -> tailored(launch, worksheet, form, reader));
    }

    private Tailored tailored(Launch launch, Questionnaire worksheet, PlanForm form, Locale reader) {
        List<Problem> problems = problems(worksheet, form);
        if (!problems.isEmpty()) {
            return page(worksheet, reader, form, problems, List.of());
        }
        Questionnaire made = made(launch, worksheet, form);
        try {
            List<String> reasons = kept(stores.of(launch), made);
            return reasons.isEmpty()
                    ? new Tailored(
                            LibraryEntry.of(made, reader),
                            form,
                            List.of(),
                            made.getIdElement().getIdPart(),
                            List.of(),
                            List.of())
                    : page(worksheet, reader, form, List.of(), reasons);
        } catch (HomeworkRefused refused) {
            if (refused.status() == UNAUTHORIZED) {
                throw refused;
            }
            return page(worksheet, reader, form, List.of(), List.of(String.valueOf(refused.getMessage())));
        } catch (HomeworkAway away) {
            return page(worksheet, reader, form, List.of(Problem.of("", "away")), List.of());
        }
    }

    /** The reasons against it; if there are none, it is stored, however often it is sent. */
    private static List<String> kept(HomeworkStore store, Questionnaire made) {
        List<String> reasons = store.reasonsAgainst(made);
        if (reasons.isEmpty()
                && store.worksheetById(made.getIdElement().getIdPart()).isEmpty()) {
            store.keep(made);
        }
        return reasons;
    }

    private Optional<Questionnaire> source(Launch launch, String id, Locale reader) {
        HomeworkStore store = stores.of(launch);
        return store.worksheetById(id)
                .filter(Preparing::mayBeAssigned)
                .filter(each -> !LibraryEntry.of(each, reader).isMeasure())
                .map(each -> OneLanguage.of(each, language(each, new SeeingLibrary(stores).languages(launch, reader))));
    }

    /** The first that the patient reads and the worksheet is whole in. */
    private static String language(Questionnaire worksheet, List<String> languages) {
        List<String> offered = LibraryEntry.of(worksheet, Locale.ENGLISH).languages();
        return languages.stream()
                .map(each -> each.split("-", 2)[0])
                .filter(offered::contains)
                .findFirst()
                .orElseGet(() -> Optional.ofNullable(worksheet.getLanguage()).orElse("en"));
    }

    private static PlanForm begun(Questionnaire worksheet) {
        PlanForm form = new PlanForm(Map.of())
                .with("key", UUID.randomUUID().toString())
                .with("title", worksheet.getTitle())
                .with("patient-title", LibraryEntry.of(worksheet, Locale.ROOT).patientTitle())
                .with("purpose", Optional.ofNullable(worksheet.getPurpose()).orElse(""));
        for (Wording.Line line : new Wording(worksheet).lines()) {
            form = form.with("text-" + line.linkId(), line.text());
        }
        return form;
    }

    private static List<Problem> problems(Questionnaire worksheet, PlanForm form) {
        List<Problem> problems = new ArrayList<>();
        for (String field : List.of("title", "patient-title")) {
            check(form, field, ReadingPlans.LONGEST_LINE, problems);
        }
        if (form.get("purpose").length() > ReadingPlans.LONGEST_TEXT) {
            problems.add(Problem.of(
                    "purpose",
                    "too-long",
                    ReadingPlans.LONGEST_TEXT,
                    form.get("purpose").length()));
        }
        new Wording(worksheet)
                .lines().stream()
                        .filter(line -> !isLeftOut(line, form))
                        .forEach(line -> check(form, "text-" + line.linkId(), ReadingPlans.LONGEST_TEXT, problems));
        if (!form.get("key").matches("[0-9a-f-]{36}")) {
            problems.add(Problem.of("", "key-missing"));
        }
        return problems;
    }

    private static void check(PlanForm form, String field, int longest, List<Problem> problems) {
        if (form.get(field).isEmpty()) {
            problems.add(Problem.of(field, "words-missing"));
        } else if (form.get(field).length() > longest) {
            problems.add(Problem.of(field, "too-long", longest, form.get(field).length()));
        }
    }

    private static boolean isLeftOut(Wording.Line line, PlanForm form) {
        return line.mayBeLeftOut() && form.has("out", line.linkId());
    }

    private Questionnaire made(Launch launch, Questionnaire worksheet, PlanForm form) {
        Questionnaire made = worksheet.copy();
        String id = UUID.nameUUIDFromBytes(naming.name("worksheet " + launch.issuer() + " " + form.get("key")))
                .toString();
        made.setId(id);
        made.setMeta(new Meta());
        made.setUrl(launch.issuer() + "/Questionnaire/" + id);
        made.setVersion("1.0.0");
        made.setName(null);
        made.setIdentifier(List.of());
        made.setDerivedFrom(List.of(new CanonicalType(LibraryEntry.canonical(worksheet))));
        made.setTitle(form.get("title"));
        made.setPurpose(form.get("purpose").isEmpty() ? null : form.get("purpose"));
        Extension patientTitle = made.getExtensionByUrl(OrderExtensions.BASE + "patient-title");
        if (patientTitle != null) {
            patientTitle.setValue(new StringType(form.get("patient-title")));
        }
        for (Wording.Line line : new Wording(worksheet).lines()) {
            if (isLeftOut(line, form)) {
                leaveOut(made.getItem(), line.linkId());
            } else {
                made.getItem().stream()
                        .flatMap(Wording::withAllBelow)
                        .filter(item -> item.getLinkId().equals(line.linkId())
                                && !item.getText().equals(form.get("text-" + line.linkId())))
                        // Without what the old words were formatted as.
                        .forEach(item -> item.setTextElement(
                                new StringType(form.get("text-" + line.linkId()).replace("\r\n", "\n"))));
            }
        }
        return made;
    }

    private static void leaveOut(List<QuestionnaireItemComponent> items, String linkId) {
        items.removeIf(item -> item.getLinkId().equals(linkId));
        items.forEach(item -> leaveOut(item.getItem(), linkId));
    }

    private static Tailored page(
            Questionnaire worksheet, Locale reader, PlanForm form, List<Problem> problems, List<String> reasons) {
        return new Tailored(
                LibraryEntry.of(worksheet, reader),
                form,
                new Wording(worksheet)
                        .lines().stream()
                                .map(line -> new Tailored.Line(
                                        line.linkId(),
                                        Math.min(line.depth(), 2),
                                        line.mayBeLeftOut(),
                                        line.text().length() > LONG))
                                .toList(),
                null,
                problems,
                reasons);
    }
}
