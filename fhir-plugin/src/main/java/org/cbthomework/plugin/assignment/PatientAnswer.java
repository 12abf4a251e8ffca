package org.cbthomework.plugin.assignment;

import java.time.Instant;
import java.util.Optional;

/**
 * What a patient says to homework that is suggested.
 *
 * @param response the id of the QuestionnaireResponse that says so
 * @param at when it was said
 * @param words what would fit better, if the patient asks for a change and says so
 */
public record PatientAnswer(String response, boolean agrees, Instant at, Optional<String> words) {}
