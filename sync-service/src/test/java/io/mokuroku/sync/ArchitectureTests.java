package io.mokuroku.sync;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.mokuroku.Borders;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTests {

	private static final Borders BORDERS = Borders.of("io.mokuroku.sync");

	private static final JavaClasses CLASSES = BORDERS.classes();

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
		BORDERS.packagesFormNoCircles();
	}

	@Test
	void callsNoOtherService() {
		BORDERS.onlyTheseCallOverHttp("..sync.release");
	}

	@Test
	void theCloudStaysInsideItsAdapters() {
		BORDERS.onlyTheseKnowTheCloud("..sync.release", "..sync.run", "..sync.snapshot");
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
