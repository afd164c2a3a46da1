package io.mokuroku.episodes;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.mokuroku.episodes");

	@Test
	void plansKnowNeitherSpringNorTheCloud() {
		noClasses().that()
			.resideInAPackage("..episodes.plan")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..", "tools.jackson..")
			.check(CLASSES);
	}

	@Test
	void onlyTheAdapterKnowsTheScheduler() {
		noClasses().that()
			.resideOutsideOfPackage("..episodes.schedules")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk.services.scheduler..")
			.check(CLASSES);
	}

	@Test
	void packagesFormNoCircles() {
		slices().matching("io.mokuroku.episodes.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void nobodyReadsTheClock() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.check(CLASSES);
	}

}
