package org.cbthomework.plugin.rebuild;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import javax.sql.DataSource;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.assignment.ReadingAssignments;
import org.cbthomework.plugin.ledger.ChangedPatients;
import org.cbthomework.plugin.ledger.Facts;
import org.cbthomework.plugin.ledger.Responses;
import org.cbthomework.plugin.response.RecognizingResponses;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code $homework-rebuild}: rebuilds the ledger from the resources alone, while the server goes on serving, and tells what
 * differed. What follows from it is published anew. With {@code check} it only tells.
 */
public final class HomeworkRebuildOperation {

    private static final String DEFINITION = "https://w3id.org/cbt-homework/fhir/OperationDefinition/homework-rebuild";

    private final Rebuilding rebuilding;
    private final FactsPart facts;
    private final ResponsesPart responses;
    private final KnownAssignments known;

    public HomeworkRebuildOperation(
            DaoRegistry daos,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ReadingAssignments reading,
            RecognizingResponses recognizing,
            KnownAssignments known) {
        this.rebuilding = new Rebuilding(new StoredResources(daos), new TransactionTemplate(transactions));
        this.facts = new FactsPart(reading, new Facts(dataSource), new ChangedPatients(dataSource));
        this.responses = new ResponsesPart(recognizing, new Responses(dataSource));
        this.known = known;
    }

    /** Of all that is stored. */
    @Operation(name = "$homework-rebuild", canonicalUrl = DEFINITION)
    public Parameters rebuild(@OperationParam(name = "check", max = 1) @Nullable BooleanType check) {
        boolean repairs = check == null || !check.booleanValue();
        Rebuilt assignments = rebuilding.rebuild(facts, repairs);
        if (repairs) {
            known.forgetAll();
        }
        Rebuilt handedIn = rebuilding.rebuild(responses, repairs);

        Parameters told = new Parameters();
        told.addParameter("assignments", new IntegerType(assignments.counted()));
        told.addParameter("responses", new IntegerType(handedIn.counted()));
        told.addParameter(
                "differences",
                new IntegerType(assignments.differences().size()
                        + handedIn.differences().size()));
        tell(assignments, told);
        tell(handedIn, told);
        return told;
    }

    private static void tell(Rebuilt rebuilt, Parameters told) {
        rebuilt.differences().forEach(name -> told.addParameter("difference", new StringType(name)));
        rebuilt.skipped().forEach(reason -> told.addParameter("skipped", new StringType(reason)));
    }
}
