package io.mokuroku.local;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mokuroku.local.chaos.Chaos;
import io.mokuroku.local.load.EnrichmentLoad;
import io.mokuroku.local.supervise.LocalRun;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.mokuroku.local");

	@Test
	void packagesFormNoCircles() {
		slices().matching("io.mokuroku.local.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void nothingKnowsTheSupervisorThatStartsIt() {
		noClasses().that()
			.resideInAnyPackage("..local.cloud", "..local.schedules", "..local.states", "..local.upstream")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("..local.supervise")
			.check(CLASSES);
	}

	@Test
	void serversOfOurOwnKnowNothingOfEachOther() {
		noClasses().that()
			.resideInAPackage("..local.states")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..local.cloud", "..local.schedules", "..local.upstream")
			.check(CLASSES);
		noClasses().that()
			.resideInAPackage("..local.schedules")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..local.cloud", "..local.states", "..local.upstream")
			.check(CLASSES);
	}

	@Test
	void onlyTheCloudKnowsTheServersOfOthers() {
		noClasses().that()
			.resideOutsideOfPackage("..local.cloud")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.elasticmq..", "org.apache.pekko..", "scala..", "org.gaul..",
					"software.amazon.dynamodb..", "no.nav.security..", "redis.embedded..", "org.eclipse.jetty..")
			.check(CLASSES);
	}

	@Test
	void onlyStateMachinesKnowJsonata() {
		noClasses().that()
			.resideOutsideOfPackage("..local.states")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("com.dashjoin..")
			.check(CLASSES);
	}

	@Test
	void onlyAdaptersKnowTheSdk() {
		noClasses().that()
			.resideOutsideOfPackage("..local.cloud")
			.and()
			.haveSimpleNameNotStartingWith("Sqs")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk..")
			.check(CLASSES);
	}

	@Test
	void nobodyReadsTheClockButWhoStartsThings() {
		noClasses().that()
			.doNotBelongToAnyOf(Main.class, LocalRun.class, EnrichmentLoad.class, Chaos.class)
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(InstantSource.class, "system")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(Clock.class, "systemDefaultZone")
			.check(CLASSES);
	}

}
