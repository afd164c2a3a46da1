package io.mokuroku.search;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.mokuroku.Borders;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

final class ArchitectureTests {

	private static final Borders BORDERS = Borders.of("io.mokuroku.search");

	private static final JavaClasses CLASSES = BORDERS.classes();

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
			.haveSimpleNameStartingWith("QuestionParser")
			.or()
			.haveSimpleName("Understanding")
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
			.resideInAnyPackage("software.amazon.awssdk..", "io.mokuroku.dynamo..")
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
		BORDERS.packagesFormNoCircles();
	}

	@Test
	void callsNoOtherService() {
		BORDERS.onlyTheseCallOverHttp("..search.relay", "..search.webhook");
	}

	@Test
	void nobodyReadsTheClock() {
		BORDERS.nobodyReadsTheClock();
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

	@Test
	void nobodyElseReadsFailuresOfDynamoDb() {
		BORDERS.nobodyElseReadsFailuresOfDynamoDb();
	}

	@Test
	void nobodyLetsBytesNameClasses() {
		BORDERS.nobodyLetsBytesNameClasses();
	}

}
