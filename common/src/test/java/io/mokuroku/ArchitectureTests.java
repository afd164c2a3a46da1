package io.mokuroku;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.mokuroku");

	@Test
	void keepsTheModelFreeOfFrameworkAndCloud() {
		noClasses().that()
			.resideInAPackage("io.mokuroku.catalogue")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..", "io.awspring..")
			.check(classes);
	}

	@Test
	void keepsPackagesFreeOfCycles() {
		slices().matching("io.mokuroku.(**)").should().beFreeOfCycles().check(classes);
	}

	@Test
	void keepsTheCloudOutOfWebAndTelemetry() {
		noClasses().that()
			.resideInAnyPackage("io.mokuroku.web..", "io.mokuroku.telemetry..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("software.amazon..", "io.awspring..")
			.check(classes);
	}

}
