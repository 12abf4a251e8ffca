package org.cbthomework.launch.assign;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cbthomework.launch.assign.LibraryEntry.Choice;
import org.cbthomework.launch.assign.LibraryOf.Choices;
import org.cbthomework.launch.homework.HomeworkStore;
import org.cbthomework.launch.homework.HomeworkStores;
import org.cbthomework.launch.launches.Launch;
import org.hl7.fhir.r4.model.Questionnaire;

/** Sees the library, with what this patient had before first. */
public final class SeeingLibrary {

    private final HomeworkStores stores;

    public SeeingLibrary(HomeworkStores stores) {
        this.stores = stores;
    }

    /**
     * What is found.
     *
     * @param reader the language in which worksheets are named, where they can
     */
    public LibraryOf find(Launch opened, Filter filter, Locale reader) {
        Launch launch = stores.current(opened);
        HomeworkStore store = stores.of(launch);
        List<LibraryEntry> all = entries(store, reader);
        List<String> had = Optional.ofNullable(launch.context().patient()).stream()
                .flatMap(patient -> Orders.latestFirst(store.assignments(patient)).stream())
                .map(Orders::url)
                .distinct()
                .toList();
        List<LibraryEntry> found = all.stream().filter(filter::takes).toList();
        return new LibraryOf(
                found.stream()
                        .filter(each -> had.contains(each.url()))
                        .sorted(Comparator.comparingInt(each -> had.indexOf(each.url())))
                        .toList(),
                found.stream().filter(each -> !had.contains(each.url())).toList(),
                all.size(),
                new Choices(
                        choices(all, LibraryEntry::kinds),
                        choices(all, LibraryEntry::concerns),
                        choices(all, LibraryEntry::stages),
                        languages(all, reader)));
    }

    /** One worksheet, whole; empty if there is none under the id. */
    public Optional<Questionnaire> worksheet(Launch opened, String id) {
        Launch launch = stores.current(opened);
        return stores.of(launch).worksheetById(id);
    }

    /** The languages in which the patient of a launch reads, best first; the reader's, if the record tells none. */
    public List<String> languages(Launch opened, Locale reader) {
        Launch launch = stores.current(opened);
        String patient = launch.context().patient();
        boolean maySee = launch.grant().scopes().allow("Patient", 'r');
        return Stream.concat(
                        Stream.ofNullable(maySee ? patient : null)
                                .flatMap(id -> Languages.of(stores.of(launch).patient(id)).stream()),
                        Stream.of(reader.toLanguageTag()))
                .toList();
    }

    /** The worksheets that may be assigned, by title: of each the newest version. */
    static List<LibraryEntry> entries(HomeworkStore store, Locale reader) {
        return store.library().stream()
                .filter(Preparing::mayBeAssigned)
                .collect(Collectors.toMap(
                        each -> each.getUrl(),
                        Function.identity(),
                        (one, other) -> one.getMeta()
                                        .getLastUpdated()
                                        .after(other.getMeta().getLastUpdated())
                                ? one
                                : other))
                .values()
                .stream()
                .map(each -> LibraryEntry.of(each, reader))
                .sorted(Comparator.comparing(LibraryEntry::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static List<Choice> choices(List<LibraryEntry> all, Function<LibraryEntry, List<Choice>> by) {
        return all.stream()
                .map(by)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Choice::code, Function.identity(), (one, other) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Choice::display))
                .toList();
    }

    private static List<Choice> languages(List<LibraryEntry> all, Locale reader) {
        return all.stream()
                .flatMap(each -> each.languages().stream())
                .distinct()
                .map(tag -> new Choice(tag, Locale.forLanguageTag(tag).getDisplayName(reader)))
                .sorted(Comparator.comparing(Choice::display))
                .toList();
    }
}
