package org.cbthomework.launch;

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
import org.junit.jupiter.api.Tag;

@Tag("domain")
@AnalyzeClasses(packages = "org.cbthomework.launch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.cbthomework.launch";

    @ArchTest
    static final ArchRule features_depend_on_one_another_in_one_direction =
            slices().matching("org.cbthomework.launch.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_edge_knows_servlets_and_pages = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, "..launch.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.security..");

    @ArchTest
    static final ArchRule nobody_needs_the_pages = noClasses()
            .that()
            .resideOutsideOfPackage("..launch.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..launch.web..");

    @ArchTest
    static final ArchRule hapis_client_is_known_to_its_adapter_alone = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, "..launch.fhir..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn..", "org.apache.http..");

    @ArchTest
    static final ArchRule the_protocol_knows_no_fhir = noClasses()
            .that()
            .resideInAnyPackage(
                    "..launch.ehr..",
                    "..launch.exchange..",
                    "..launch.discovery..",
                    "..launch.keys..",
                    "..launch.launches..",
                    "..launch.authorization..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hl7..", "ca.uhn..", "..launch.homework..");

    @ArchTest
    static final ArchRule tables_are_known_where_launches_are_kept = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, "..launch.launches..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule whoever_connects_to_an_ehr_does_so_by_exchanging = noClasses()
            .that()
            .resideOutsideOfPackages("..launch.exchange..", "..launch.fhir..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..", "org.springframework.http.client..", "org.springframework.web.client..");

    @ArchTest
    static final ArchRule time_is_asked_of_a_clock = noClasses()
            .should()
            .callMethodWhere(
                    target(name("now"))
                            .and(target(owner(resideInAPackage("java.time..")))
                                    .and(target(com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates
                                            .rawParameterTypes(new Class<?>[0])))))
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule what_is_shown_is_not_public =
            classes().that().resideInAPackage("..launch.web..").should().notBePublic();
}
