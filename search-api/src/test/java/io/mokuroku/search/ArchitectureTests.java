package io.mokuroku.search;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

final class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.mokuroku.search");

	@Test
	void whatIsComputedKnowsNeitherSpringNorTheCloudNorTheIndex() {
		noClasses().that()
			.resideInAnyPackage("..search.title", "..search.projection")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..", "org.apache.lucene..",
					"io.mokuroku.catalogue.store..", "tools.jackson..")
			.check(CLASSES);
		noClasses().that()
			.haveSimpleNameStartingWith("RankFusion")
			.or()
			.haveSimpleName("SearchAnime")
			.or()
			.haveSimpleName("DocumentState")
			.or()
			.haveSimpleName("AnimeReference")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..", "org.apache.lucene..",
					"io.mokuroku.catalogue.store..")
			.check(CLASSES);
	}

	@Test
	void luceneStaysInsideTheIndex() {
		noClasses().that()
			.resideOutsideOfPackage("..search.index")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.apache.lucene..")
			.check(CLASSES);
		noClasses().that()
			.haveSimpleName("AnimeIndex")
			.or()
			.haveSimpleName("IndexChange")
			.or()
			.haveSimpleName("AnimeFilter")
			.or()
			.haveSimpleNameEndingWith("Hit")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.apache.lucene..")
			.check(CLASSES);
	}

	@Test
	void qdrantStaysInsideItsAdapter() {
		noClasses().that()
			.haveSimpleNameNotStartingWith("Qdrant")
			.and()
			.doNotHaveFullyQualifiedName("io.mokuroku.search.index.IndexConfiguration$InQdrant")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.qdrant..", "io.grpc..", "com.google..")
			.check(CLASSES);
	}

	@Test
	void onlyOneAdapterKnowsTheModel() {
		noClasses().that()
			.doNotHaveSimpleName("MiniLmTextEmbedder")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("ai.onnxruntime..", "ai.djl..", "dev.langchain4j..")
			.check(CLASSES);
	}

	@Test
	void theCloudStaysInsideItsAdapters() {
		noClasses().that()
			.resideOutsideOfPackage("..search.agentic.model")
			.and()
			.haveSimpleNameNotStartingWith("Stored")
			.and()
			.doNotHaveSimpleName("ModelLines")
			.and()
			.haveSimpleNameNotStartingWith("Dynamo")
			.and()
			.haveSimpleNameNotStartingWith("Bucket")
			.and()
			.haveSimpleNameNotEndingWith("Configuration")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk..")
			.check(CLASSES);
	}

	@Test
	void modelsKnowNothingOfTheCatalogue() {
		noClasses().that()
			.resideInAPackage("..search.agentic.model")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.mokuroku.catalogue..", "io.mokuroku.search.index..", "io.mokuroku.search.query..",
					"software.amazon.awssdk.services.dynamodb..")
			.check(CLASSES);
	}

	@Test
	void packagesFormNoCircles() {
		slices().matching("io.mokuroku.search.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void nobodyReadsTheClock() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(InstantSource.class, "system")
			.check(CLASSES);
		noClasses().that()
			.resideInAnyPackage("..search.title", "..search.projection", "..search.anime")
			.or()
			.haveSimpleName("RankFusion")
			.or()
			.haveSimpleName("SearchAnime")
			.should()
			.callMethod(System.class, "nanoTime")
			.check(CLASSES);
	}

}
