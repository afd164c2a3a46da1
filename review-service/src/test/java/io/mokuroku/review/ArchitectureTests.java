package io.mokuroku.review;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

final class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.mokuroku.review");

	@Test
	void whatIsDecidedKnowsNeitherSpringNorTheCloud() {
		noClasses().that()
			.resideInAnyPackage("..review.task", "..review.decision", "..review.comparison", "..review.loop")
			.and()
			.haveSimpleNameNotEndingWith("Configuration")
			.and()
			.haveSimpleNameNotEndingWith("Settings")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(CLASSES);
		noClasses().that()
			.areRecords()
			.or()
			.areEnums()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("software.amazon..", "io.mokuroku.catalogue.store..")
			.check(CLASSES);
	}

	@Test
	void onlyTheStoreKnowsTheDatabase() {
		noClasses().that()
			.resideOutsideOfPackage("..review.task")
			.and()
			.doNotHaveSimpleName("Templates")
			.and()
			.doNotHaveSimpleName("StoredWorkforce")
			.and()
			.doNotHaveSimpleName("WaitingReviews")
			.and()
			.doNotHaveSimpleName("ReviewBudget")
			.and()
			.haveSimpleNameNotEndingWith("Configuration")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk.services.dynamodb..")
			.check(CLASSES);
	}

	@Test
	void onlyOneAdapterKnowsTheWorkflow() {
		noClasses().that()
			.doNotHaveSimpleName("StepFunctionsCallback")
			.and()
			.doNotHaveSimpleName("DecisionConfiguration")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk.services.sfn..")
			.check(CLASSES);
	}

	@Test
	void onlyThePortalAndTheGateKnowSignIn() {
		noClasses().that()
			.resideOutsideOfPackage("..review.portal")
			.and()
			.doNotHaveSimpleName("ReviewerGate")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.security..")
			.check(CLASSES);
	}

	@Test
	void onlyTheReaderOfTemplatesKnowsTheirLanguage() {
		noClasses().that()
			.haveNameNotMatching(".*\\.LiquidPages(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("liqp..")
			.check(CLASSES);
	}

	@Test
	void packagesFormNoCircles() {
		slices().matching("io.mokuroku.review.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void nobodyReadsTheClock() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(System.class, "nanoTime")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(InstantSource.class, "system")
			.check(CLASSES);
	}

}
