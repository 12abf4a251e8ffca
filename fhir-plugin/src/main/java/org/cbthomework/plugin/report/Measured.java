package org.cbthomework.plugin.report;

import org.cbthomework.adherence.Adherence;
import org.cbthomework.plugin.assignment.Assigned;

/** An assignment and its adherence. */
public record Measured(Assigned assigned, Adherence adherence) {}
