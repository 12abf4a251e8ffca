package org.cbthomework.plugin.worksheet;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Random;
import org.cbthomework.plugin.worksheet.Places.Place;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;

/** One way in which a response can go wrong, or merely change. */
enum Mutation {
    DROP_AN_ITEM {
        @Override
        void apply(Places places) {
            places.place().ifPresent(place -> place.among().remove(place.item()));
        }
    },
    GIVE_AN_ITEM_TWICE {
        @Override
        void apply(Places places) {
            places.place().ifPresent(place -> place.among().add(place.item().copy()));
        }
    },
    GIVE_AN_ITEM_SIX_TIMES_IN_A_ROW {
        @Override
        void apply(Places places) {
            places.place().ifPresent(place -> {
                int at = place.among().indexOf(place.item());
                for (int i = 0; i < 5; i++) {
                    place.among().add(at, place.item().copy());
                }
            });
        }
    },
    SWAP_TWO_ITEMS {
        @Override
        void apply(Places places) {
            places.place().ifPresent(place -> {
                int size = place.among().size();
                Collections.swap(
                        place.among(),
                        places.random().nextInt(size),
                        places.random().nextInt(size));
            });
        }
    },
    RENAME_AN_ITEM {
        @Override
        void apply(Places places) {
            places.item().ifPresent(item -> item.setLinkId("mood"));
        }
    },
    NAME_AN_ITEM_BY_ITS_ANSWER {
        @Override
        void apply(Places places) {
            places.item().ifPresent(item -> item.setLinkId("my brother never rang"));
        }
    },
    NAME_AN_ITEM_AS_ANOTHER {
        @Override
        void apply(Places places) {
            places.item()
                    .ifPresent(item -> places.question().ifPresent(question -> item.setLinkId(question.getLinkId())));
        }
    },
    CHANGE_THE_TYPE {
        @Override
        void apply(Places places) {
            places.answer().ifPresent(answer -> answer.setValue(new RandomAnswers(places.random()).any()));
        }
    },
    CHANGE_AN_ANSWER {
        @Override
        void apply(Places places) {
            places.question()
                    .ifPresent(question -> places.all().stream()
                            .map(Place::item)
                            .filter(item -> question.getLinkId().equals(item.getLinkId()) && item.hasAnswer())
                            .forEach(item -> item.getAnswerFirstRep()
                                    .setValue(new RandomAnswers(places.random()).fitting(question))));
        }
    },
    ANSWER_WHATEVER_QUESTION {
        @Override
        void apply(Places places) {
            places.question()
                    .ifPresent(question -> places.place().ifPresent(place -> {
                        QuestionnaireResponseItemComponent item =
                                new QuestionnaireResponseItemComponent().setLinkId(question.getLinkId());
                        item.addAnswer().setValue(new RandomAnswers(places.random()).fitting(question));
                        place.among().add(item);
                    }));
        }
    },
    LEAVE_THE_RANGE {
        @Override
        void apply(Places places) {
            int far = places.random().nextBoolean() ? 100_000 : -100_000;
            places.answer(value -> value instanceof IntegerType || value instanceof DecimalType)
                    .ifPresent(answer -> answer.setValue(
                            answer.getValue() instanceof IntegerType
                                    ? new IntegerType(far)
                                    : new DecimalType(BigDecimal.valueOf(far))));
        }
    },
    LEAVE_THE_YEAR {
        @Override
        void apply(Places places) {
            places.answer(value -> "date".equals(value.fhirType()))
                    .ifPresent(answer -> answer.setValue(new DateType("1999-07-01")));
        }
    },
    CHOOSE_A_FOREIGN_CODE {
        @Override
        void apply(Places places) {
            places.answer(Coding.class::isInstance)
                    .ifPresent(answer -> ((Coding) answer.getValue()).setCode("in-some-way"));
        }
    },
    CHOOSE_FROM_A_FOREIGN_SYSTEM {
        @Override
        void apply(Places places) {
            places.answer(Coding.class::isInstance)
                    .ifPresent(answer -> ((Coding) answer.getValue())
                            .setSystem(places.random().nextBoolean() ? "https://example.org/codes" : null));
        }
    },
    CHOOSE_WITHOUT_A_CODE {
        @Override
        void apply(Places places) {
            places.answer(Coding.class::isInstance)
                    .ifPresent(answer -> answer.setValue(new Coding().setDisplay("rather not say")));
        }
    },
    ANSWER_AGAIN {
        @Override
        void apply(Places places) {
            places.item()
                    .filter(QuestionnaireResponseItemComponent::hasAnswer)
                    .ifPresent(item -> item.addAnswer(item.getAnswerFirstRep().copy()));
        }
    },
    TAKE_THE_ANSWERS_AWAY {
        @Override
        void apply(Places places) {
            places.item().ifPresent(item -> item.getAnswer().clear());
        }
    },
    TAKE_THE_ITEMS_AWAY {
        @Override
        void apply(Places places) {
            places.item().ifPresent(item -> item.getItem().clear());
        }
    },
    MOVE_INTO_ANOTHER_ITEM {
        @Override
        void apply(Places places) {
            places.place()
                    .ifPresent(from -> places.item()
                            .filter(to -> to != from.item())
                            .ifPresent(to -> {
                                from.among().remove(from.item());
                                to.addItem(from.item().copy());
                            }));
        }
    },
    MOVE_BELOW_AN_ANSWER {
        @Override
        void apply(Places places) {
            places.place()
                    .ifPresent(from -> places.answer()
                            .ifPresent(to -> to.addItem(from.item().copy())));
        }
    },
    MOVE_TO_THE_TOP {
        @Override
        void apply(Places places) {
            places.place().ifPresent(from -> {
                from.among().remove(from.item());
                places.response().addItem(from.item().copy());
            });
        }
    },
    ANSWER_A_GROUP {
        @Override
        void apply(Places places) {
            places.pick(places.all().stream()
                            .map(Place::item)
                            .filter(QuestionnaireResponseItemComponent::hasItem)
                            .toList())
                    .ifPresent(item -> item.addAnswer().setValue(new RandomAnswers(places.random()).any()));
        }
    },
    SAY_NOTHING_BUT_WHITE_SPACE {
        @Override
        void apply(Places places) {
            places.answer(StringType.class::isInstance)
                    .ifPresent(answer ->
                            answer.setValue(new StringType(places.random().nextBoolean() ? "  " : "\u00a0")));
        }
    },
    SAY_TOO_MUCH {
        @Override
        void apply(Places places) {
            places.answer(StringType.class::isInstance)
                    .ifPresent(answer -> answer.setValue(new StringType("so tired ".repeat(300))));
        }
    },
    SAY_JUST_ENOUGH {
        @Override
        void apply(Places places) {
            int length = places.random().nextBoolean() ? 40 : 10;
            places.answer(StringType.class::isInstance)
                    .ifPresent(answer -> answer.setValue(new StringType("x".repeat(length))));
        }
    },
    ATTACH_ANOTHER_KIND {
        @Override
        void apply(Places places) {
            places.answer(Attachment.class::isInstance)
                    .ifPresent(answer -> ((Attachment) answer.getValue())
                            .setContentType(places.random().nextBoolean() ? "application/pdf" : null));
        }
    },
    ATTACH_TOO_MUCH {
        @Override
        void apply(Places places) {
            places.answer(Attachment.class::isInstance)
                    .ifPresent(answer -> ((Attachment) answer.getValue()).setData(new byte[100]));
        }
    };

    abstract void apply(Places places);

    /** A changed copy; the same seed gives the same change. */
    QuestionnaireResponse of(QuestionnaireResponse response, long seed) {
        QuestionnaireResponse copy = response.copy();
        apply(new Places(copy, new Random(seed)));
        return copy;
    }
}
