package io.mokuroku.enrichment;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.mokuroku.Borders;
import io.mokuroku.enrichment.workflow.TaskWorker;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

final class ArchitectureTests {

	private static final Borders BORDERS = Borders.of("io.mokuroku.enrichment");

	private static final JavaClasses CLASSES = BORDERS.classes();

	@Test
	void decisionsKnowNeitherSpringNorTheCloud() {
		noClasses().that()
			.resideInAnyPackage("..enrichment.merge", "..enrichment.stage", "..enrichment.assemble",
					"..enrichment.commit")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..")
			.check(CLASSES);
	}

	@Test
	void rulesKnowNothingButTheCatalogueAndWhatProvidersSay() {
		noClasses().that()
			.resideInAPackage("..enrichment.merge")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.mokuroku.catalogue.store..", "io.mokuroku.message..", "io.mokuroku.telemetry..",
					"tools.jackson..", "..enrichment.stage", "..enrichment.workflow")
			.check(CLASSES);
	}

	@Test
	void onlyTheWorkflowKnowsStepFunctions() {
		noClasses().that()
			.resideOutsideOfPackage("..enrichment.workflow")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk.services.sfn..")
			.check(CLASSES);
	}

	@Test
	void onlyTheImagesKnowTheBucket() {
		noClasses().that()
			.resideOutsideOfPackage("..enrichment.image")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk.services.s3..")
			.check(CLASSES);
	}

	@Test
	void packagesFormNoCircles() {
		BORDERS.packagesFormNoCircles();
	}

	@Test
	void callsNoOtherService() {
		BORDERS.onlyTheseCallOverHttp("..enrichment.image");
	}

	@Test
	void theCloudStaysInsideItsAdapters() {
		BORDERS.onlyTheseKnowTheCloud("..enrichment.image", "..enrichment.workflow");
	}

	@Test
	void workersAreClosedAndMadeByHand() {
		classes().that()
			.implement(TaskWorker.class)
			.should()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.notBeMetaAnnotatedWith("org.springframework.stereotype.Component")
			.check(CLASSES);
	}

	@Test
	void nobodyReadsTheClock() {
		BORDERS.nobodyReadsTheClock();
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
