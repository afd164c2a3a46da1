package io.mokuroku.upstream.shared;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.connection.RedisConnection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CacheKeyTests {

	@Test
	void standsInRedisAsDocumented() {
		assertThat(new CacheKey("jikan", "anime", "42", 1)).hasToString("u1:jikan:anime:42:1");
		assertThat(CacheKey.budget("anilist")).hasToString("u1:anilist:~budget:all:0");
		assertThat(CacheKey.answersAbout("kitsu", "42")).hasToString("u1:kitsu:~answers:42:0");
		assertThat(CacheKey.limit("read", "192.0.2.1")).hasToString("u1:clients:~limit-read:192.0.2.1:0");
		assertThat(CacheKey.lists("20261127T210000.000Z-0badcafe"))
			.hasToString("u1:catalogue:~lists:20261127T210000.000Z-0badcafe:0");
		assertThat(CacheKey.shownLists()).hasToString("u1:catalogue:~shown-lists:all:0");
		assertThat(CacheKey.patternOf("mal")).isEqualTo("u1:mal:*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "42", "one-piece", "a:b", "fate/stay night", "星の手紙", "*", "100%" })
	void isReadAsItWasWritten(String id) {
		CacheKey key = new CacheKey("kitsu", "anime-by-slug", id, 3);
		assertThat(key.text()).matches("[!-~]+");
		assertThat(CacheKey.parse(key.text())).isEqualTo(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "jikan:anime:42:1", "u0:jikan:anime:42:1", "u1:Jikan:anime:42:1", "u1:jikan:anime:42",
			"u1:jikan:anime:4:2:1", "u1:jikan:anime::1", "session:4711" })
	void isNothingElse(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> CacheKey.parse(key));
	}

	@Test
	void refusesPartsThatWouldMakeAnotherForm() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CacheKey("a:b", "anime", "1", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new CacheKey("jikan", "a b", "1", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new CacheKey("jikan", "anime", "", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new CacheKey("jikan", "anime", "1", -1));
	}

	/** So nobody here can write a key of another form. */
	@Test
	void isTheOnlyWayOfClientsToRedis() {
		noClasses().that()
			.resideInAPackage("io.mokuroku.upstream..")
			.and()
			.doNotHaveFullyQualifiedName(SharedState.class.getName())
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.data.redis.core..", "io.lettuce..")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("io.mokuroku.upstream"));
	}

	/** Others may say where Redis is, but only the one place talks to it. */
	@Test
	void isTheOnlyWayOfAllOfUsToRedis() {
		noClasses().that()
			.doNotHaveFullyQualifiedName(SharedState.class.getName())
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.data.redis.core..", "io.lettuce.core.api..")
			.orShould()
			.dependOnClassesThat()
			.areAssignableTo(RedisConnection.class)
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("io.mokuroku"));
	}

}
