package io.mokuroku.sync;

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
		.importPackages("io.mokuroku.sync");

	@Test
	void theDatasetAndItsDifferencesKnowNeitherSpringNorTheCloud() {
		noClasses().that()
			.resideInAnyPackage("..sync.dataset", "..sync.diff")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..")
			.check(CLASSES);
	}

	@Test
	void onlyTheDatasetKnowsItsJson() {
		noClasses().that()
			.resideInAPackage("..sync.diff")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("tools.jackson..")
			.check(CLASSES);
	}

	@Test
	void packagesFormNoCircles() {
		slices().matching("io.mokuroku.sync.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void nobodyReadsTheClock() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(CLASSES);
	}

}
