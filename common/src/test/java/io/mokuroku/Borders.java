package io.mokuroku;

import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The borders that are the same in every module.
 */
public final class Borders {

	private final String root;

	private final JavaClasses classes;

	private Borders(String root, JavaClasses classes) {
		this.root = root;
		this.classes = classes;
	}

	/** The borders of all classes below a package but those of tests. */
	public static Borders of(String root) {
		return new Borders(root,
				new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root));
	}

	/** The classes. */
	public JavaClasses classes() {
		return this.classes;
	}

	/**
	 * Of the packages just below the root, with all that is in them, none needs one that
	 * needs it.
	 */
	public void packagesFormNoCircles() {
		slices().matching(this.root + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	/**
	 * Time is an argument; only what puts a service together takes it from the machine.
	 */
	public void nobodyReadsTheClock() {
		noClasses().that()
			.haveSimpleNameNotEndingWith("Configuration")
			.should()
			.callMethod(InstantSource.class, "system")
			.check(this.classes);
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(Clock.class, "systemDefaultZone")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(this.classes);
	}

	/**
	 * Services meet in the truth and on queues; none calls another over HTTP.
	 * @param but packages that call somebody outside
	 */
	public void onlyTheseCallOverHttp(String... but) {
		noClasses().that()
			.resideOutsideOfPackages(but)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.net.http..", "org.springframework.web.client..",
					"org.springframework.web.service..", "org.springframework.web.reactive..", "org.apache.http..",
					"org.apache.hc..", "io.mokuroku.upstream.wire..")
			.check(this.classes);
	}

	/**
	 * The cloud's clients stay where these packages hide them.
	 * @param adapters packages that talk to the cloud
	 */
	public void onlyTheseKnowTheCloud(String... adapters) {
		noClasses().that()
			.resideOutsideOfPackages(adapters)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("software.amazon..", "io.awspring..", "io.mokuroku.dynamo..")
			.check(this.classes);
	}

	/**
	 * What a failure of DynamoDB means is told in one place: nobody else knows those
	 * failures, and who calls DynamoDB does not know those of the SDK either.
	 */
	public void nobodyElseReadsFailuresOfDynamoDb() {
		noClasses().that()
			.resideOutsideOfPackage("io.mokuroku.dynamo..")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(DynamoDbException.class)
			.check(this.classes);
		noClasses().that()
			.resideOutsideOfPackage("io.mokuroku.dynamo..")
			.and(DescribedPredicate.describe("call DynamoDB", Borders::callsDynamoDb))
			.should()
			.dependOnClassesThat()
			.belongToAnyOf(SdkException.class)
			.check(this.classes);
	}

	private static boolean callsDynamoDb(JavaClass type) {
		return type.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().isAssignableTo(DynamoDbClient.class));
	}

	/**
	 * What is read becomes what the code says, never a class that the bytes name.
	 */
	public void nobodyLetsBytesNameClasses() {
		noClasses().should()
			.dependOnClassesThat()
			.belongToAnyOf(ObjectInputStream.class)
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.beans.XMLDecoder")
			.orShould()
			.callMethodWhere(target(HasName.Predicates.nameStartingWith("activateDefaultTyping")))
			.orShould()
			.beAnnotatedWith(typesNamedByClass())
			.check(this.classes);
		noMembers().should().beAnnotatedWith(typesNamedByClass()).check(this.classes);
	}

	private static DescribedPredicate<JavaAnnotation<?>> typesNamedByClass() {
		return DescribedPredicate.describe("a JSON type that is the name of a class",
				(annotation) -> annotation.getRawType().isEquivalentTo(JsonTypeInfo.class) && annotation.get("use")
					.filter((use) -> use instanceof JavaEnumConstant constant && constant.name().endsWith("CLASS"))
					.isPresent());
	}

}
