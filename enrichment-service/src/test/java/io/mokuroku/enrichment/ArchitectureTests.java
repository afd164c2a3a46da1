package io.mokuroku.enrichment;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mokuroku.enrichment.workflow.TaskWorker;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

final class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.mokuroku.enrichment");

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
		slices().matching("io.mokuroku.enrichment.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void workersAreClosedAndMadeByHand() {
		classes().that()
			.implement(TaskWorker.class)
			.should()
			.haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
			.andShould()
			.notBeMetaAnnotatedWith("org.springframework.stereotype.Component")
			.check(CLASSES);
	}

	@Test
	void nobodyReadsTheClock() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(InstantSource.class, "system")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(CLASSES);
	}

}
