package io.mokuroku.review;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.mokuroku.Borders;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

final class ArchitectureTests {

	private static final Borders BORDERS = Borders.of("io.mokuroku.review");

	private static final JavaClasses CLASSES = BORDERS.classes();

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
			.resideInAnyPackage("software.amazon.awssdk.services.dynamodb..", "io.mokuroku.dynamo..")
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
		BORDERS.packagesFormNoCircles();
	}

	@Test
	void callsNoOtherService() {
		BORDERS.onlyTheseCallOverHttp();
	}

	@Test
	void nobodyReadsTheClock() {
		BORDERS.nobodyReadsTheClock();
		noClasses().should().callMethod(System.class, "nanoTime").check(CLASSES);
	}

	@Test
	void nobodyElseReadsFailuresOfDynamoDb() {
		BORDERS.nobodyElseReadsFailuresOfDynamoDb();
	}

	@Test
	void nobodyLetsBytesNameClasses() {
		BORDERS.nobodyLetsBytesNameClasses();
	}

}
