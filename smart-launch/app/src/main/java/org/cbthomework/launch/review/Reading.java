package org.cbthomework.launch.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.cbthomework.launch.homework.HomeworkOf.HandedIn;
import org.jspecify.annotations.Nullable;

/**
 * A response as it is read.
 *
 * @param title of the worksheet; null if it is not known
 * @param columns the response, and behind it the one that it is compared with, if there is one
 * @param others of the same worksheet that it may be compared with, the newest first
 * @param rows what was asked, in the order of the worksheet
 */
public record Reading(@Nullable String title, List<Column> columns, List<HandedIn> others, List<Row> rows) {

    public Reading {
        columns = List.copyOf(columns);
        others = List.copyOf(others);
        rows = List.copyOf(rows);
    }

    /** The one that is read. */
    public Column own() {
        return columns.get(0);
    }

    /**
     * One response of those side by side.
     *
     * @param language in which it was answered; null if it does not tell
     * @param occasion the day on which what it fills was to be done; null if it fills nothing of one day
     * @param isNone whether it says that there was nothing to note
     */
    public record Column(
            HandedIn handedIn,
            @Nullable String language,
            @Nullable LocalDate occasion,
            boolean isAmended,
            boolean isStopped,
            boolean isNone) {}

    /**
     * Something that was asked.
     *
     * @param text of the question or the heading; null if the worksheet has none
     * @param number which of several the group is, from 1; 0 if there are not several
     * @param isCalculated whether nobody is asked, because it follows from other answers
     * @param cells one for each column; none for a heading
     */
    public record Row(@Nullable String text, int depth, int number, boolean isCalculated, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public boolean isHeading() {
            return cells.isEmpty();
        }
    }

    /**
     * What was answered.
     *
     * @param isAsked whether the question was asked, given the other answers
     */
    public record Cell(boolean isAsked, List<Said> said) {

        public Cell {
            said = List.copyOf(said);
        }
    }

    /** One answer, as it was given. */
    public record Said(
            Kind kind,
            @Nullable String words,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime moment,
            @Nullable Integer least,
            @Nullable Integer most,
            int number) {

        /** What an answer is. */
        public enum Kind {
            /** Written by the patient. */
            WORDS,
            /** Chosen, or a number. */
            VALUE,
            YES,
            NO,
            DAY,
            MOMENT,
            /** A number on a scale, from {@code least} to {@code most}. */
            SCALE,
            /** Kept with the response, as the {@code number}th of those. */
            IMAGE,
            SOUND,
            /** Something that is not shown here. */
            OTHER
        }

        static Said of(Kind kind, @Nullable String words) {
            return new Said(kind, words, null, null, null, null, 0);
        }

        static Said on(LocalDate day) {
            return new Said(Kind.DAY, null, day, null, null, null, 0);
        }

        static Said at(OffsetDateTime moment) {
            return new Said(Kind.MOMENT, null, null, moment, null, null, 0);
        }

        static Said scale(String number, int least, int most) {
            return new Said(Kind.SCALE, number, null, null, least, most, 0);
        }

        static Said kept(Kind kind, @Nullable String title, int number) {
            return new Said(kind, title, null, null, null, null, number);
        }
    }
}
