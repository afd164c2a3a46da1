package io.mokuroku.episodes;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.mokuroku.Borders;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTests {

	private static final Borders BORDERS = Borders.of("io.mokuroku.episodes");

	private static final JavaClasses CLASSES = BORDERS.classes();

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
		BORDERS.packagesFormNoCircles();
	}

	@Test
	void callsNoOtherService() {
		BORDERS.onlyTheseCallOverHttp();
	}

	@Test
	void theCloudStaysInsideItsAdapters() {
		BORDERS.onlyTheseKnowTheCloud("..episodes.run", "..episodes.schedules", "..episodes.trigger");
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
