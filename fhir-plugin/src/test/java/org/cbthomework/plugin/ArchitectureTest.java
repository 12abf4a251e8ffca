package org.cbthomework.plugin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.cbthomework.plugin.assignment.Agreeing;
import org.cbthomework.plugin.assignment.KnownAssignments;
import org.cbthomework.plugin.assignment.Zones;
import org.cbthomework.plugin.report.HomeworkAdherenceOperation;
import org.cbthomework.plugin.subset.CheckWorksheetOperation;
import org.cbthomework.plugin.worksheet.Worksheets;
import org.junit.jupiter.api.Tag;

@Tag("domain")
@AnalyzeClasses(packages = "org.cbthomework.plugin", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_ledger_and_refusals_know_no_fhir = noClasses()
            .that()
            .resideInAnyPackage("..plugin.ledger..", "..plugin.refusal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn..", "org.hl7..");

    @ArchTest
    static final ArchRule only_the_configuration_knows_the_hooks = noClasses()
            .that()
            .resideOutsideOfPackages("org.cbthomework.plugin", "..plugin.hooks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..plugin.hooks..");

    @ArchTest
    static final ArchRule features_depend_on_one_another_in_one_direction =
            slices().matching("org.cbthomework.plugin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_is_asked_of_a_clock_and_a_zone_of_the_patient = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Calendar.class, "getInstance")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule storage_and_rest_are_known_at_the_edge_alone = noClasses()
            .that()
            .resideOutsideOfPackages("org.cbthomework.plugin", "..plugin.hooks..", "..plugin.library..")
            .and()
            .resideOutsideOfPackages(
                    "..plugin.publication..",
                    "..plugin.rebuild..",
                    "..plugin.access..",
                    "..plugin.audit..",
                    "..plugin.input..")
            .and()
            .doNotBelongToAnyOf(
                    HomeworkAdherenceOperation.class,
                    CheckWorksheetOperation.class,
                    KnownAssignments.class,
                    Agreeing.class,
                    Zones.class,
                    Worksheets.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn.fhir.jpa..", "ca.uhn.fhir.rest..");

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    /** A class is public only if another package needs it. */
    @ArchTest
    static final ArchRule a_package_keeps_its_classes_to_itself = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and(not(resideInAPackage("org.cbthomework.plugin")))
            .should(BeNeededElsewhere.BE_NEEDED_ELSEWHERE);
}
