package io.mokuroku;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final Borders BORDERS = Borders.of("io.mokuroku");

	private static final JavaClasses CLASSES = BORDERS.classes();

	private static final List<String> PROVIDERS = List.of("anidb", "anilist", "animeschedule", "jikan", "kitsu", "mal");

	@Test
	void keepsTheModelFreeOfFrameworkAndCloud() {
		noClasses().that()
			.resideInAnyPackage("io.mokuroku.catalogue", "io.mokuroku.catalogue.correction", "io.mokuroku.digest",
					"io.mokuroku.export")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..", "io.awspring..",
					"io.mokuroku.catalogue.store..")
			.check(CLASSES);
	}

	@Test
	void keepsPackagesFreeOfCycles() {
		slices().matching("io.mokuroku.(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void keepsTheCloudInItsAdapters() {
		BORDERS.onlyTheseKnowTheCloud("io.mokuroku.catalogue.store..", "io.mokuroku.cloud..", "io.mokuroku.dynamo..",
				"io.mokuroku.job..", "io.mokuroku.message..", "io.mokuroku.recurring..", "io.mokuroku.topology..",
				"io.mokuroku.upstream.raw..", "io.mokuroku.upstream.sources..");
	}

	@Test
	void keepsWhatAProviderSaysInItsOwnPackage() {
		for (String provider : PROVIDERS) {
			String home = "io.mokuroku.upstream." + provider + "..";
			noClasses().that()
				.resideOutsideOfPackages(home, "io.mokuroku.upstream.sources..")
				.should()
				.dependOnClassesThat()
				.resideInAPackage(home)
				.check(CLASSES);
		}
	}

	@Test
	void asksProvidersByOneWire() {
		noClasses().that()
			.resideOutsideOfPackage("io.mokuroku.upstream.wire..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
			.check(CLASSES);
	}

	@Test
	void keepsRedisBehindSharedStateAndLimits() {
		noClasses().that()
			.resideOutsideOfPackages("io.mokuroku.upstream.shared..", "io.mokuroku.web.limit..")
			.and()
			.haveNameNotMatching(".*Configuration(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..")
			.check(CLASSES);
	}

	@Test
	void takesTimeAsAnArgument() {
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
