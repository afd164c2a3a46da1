package io.mokuroku.upstream.shared;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.mokuroku.testing.LocalCertificate;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.web.limit.PromptRedis;
import io.mokuroku.web.limit.Quota;
import io.mokuroku.web.limit.SharedCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Services at a Redis that lets in whom Terraform lets in: the users' rights are the
 * strings of its modules, and clients are made by Spring from the environment variables
 * that tasks are given.
 */
final class CacheAccessTests {

	@TempDir
	private static Path folder;

	private static LocalCertificate certificate;

	private static LocalRedis redis;

	@BeforeAll
	static void start() {
		certificate = LocalCertificate.make(folder);
		redis = LocalRedis.startSecured(certificate, services().map(CacheUsers::line).toList());
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	static Stream<String> services() {
		return CacheUsers.services();
	}

	@ParameterizedTest
	@MethodSource("services")
	void letEachServiceDoAllItDoes(String service) {
		as(service, (factory) -> {
			SharedState shared = SharedState.in(factory, InstantSource.system());
			for (String provider : CacheUsers.providersOf(service)) {
				CacheKey key = new CacheKey(provider, "anime", service, 1);
				shared.put(key, new byte[] { 1 }, Duration.ofMinutes(1));
				assertThat(shared.find(key)).isPresent();
				assertThat(shared.claim(key.flight(), "one", Duration.ofMinutes(1))).isTrue();
				shared.release(key.flight(), "one");
				CacheKey answers = CacheKey.answersAbout(provider, service);
				shared.addTo(answers, "anime", Duration.ofMinutes(1));
				assertThat(shared.names(answers)).containsExactly("anime");
				assertThat(shared.keys(provider)).contains(key);
				// what the scripts of the services use beside SET and GET
				assertThat(shared.run("""
						redis.call('HSET', KEYS[1], 'a', 1)
						redis.call('HINCRBY', KEYS[1], 'a', 1)
						redis.call('HGETALL', KEYS[1])
						redis.call('HDEL', KEYS[1], 'a')
						redis.call('GETRANGE', KEYS[1], 0, 1)
						redis.call('PEXPIRE', KEYS[1], 1000)
						return { tonumber(redis.call('TIME')[1]) > 0 and 1 or 0 }""", CacheKey.budget(provider),
						List.of()))
					.containsExactly(1L);
				assertThat(shared.remove(List.of(key))).isEqualTo(1);
			}
		});
	}

	@Test
	void letPromptConnectionsInAsWell() {
		as("search-api", (factory) -> {
			LettuceConnectionFactory prompt = PromptRedis.like(factory, Duration.ofMillis(500));
			try {
				SharedCounts counts = new SharedCounts(SharedState.in(prompt, InstantSource.system()),
						InstantSource.system());
				await().atMost(Duration.ofSeconds(10))
					.until(() -> counts.take("read", "somebody", new Quota(1_000_000, Duration.ofHours(1))).together());
			}
			finally {
				prompt.destroy();
			}
		});
	}

	@ParameterizedTest
	@MethodSource("services")
	void keepEachServiceFromTheKeysOfOthers(String service) {
		Map<String, Boolean> reached = new HashMap<>();
		as(service, (factory) -> {
			for (String provider : List.of("clients", "catalogue", "bedrock", "jikan", "kitsu", "mal", "anilist",
					"animeschedule", "anidb")) {
				reached.put(provider, isAllowed(factory, (connection) -> connection.stringCommands()
					.get(bytes(new CacheKey(provider, "anime", "1", 1).text()))));
			}
			assertThat(isAllowed(factory, (connection) -> connection.stringCommands().get(bytes("u0:clients:a:1:0"))))
				.isFalse();
		});
		assertThat(reached.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey))
			.containsExactlyInAnyOrderElementsOf(CacheUsers.providersOf(service));
	}

	@Test
	void refuseWhatNoServiceNeeds() {
		List<String> commands = List.of("FLUSHALL", "KEYS *", "CONFIG GET *", "INFO", "ACL LIST", "CLIENT LIST",
				"CLIENT KILL TYPE normal", "SLOWLOG GET", "SHUTDOWN NOSAVE", "REPLICAOF NO ONE", "MONITOR",
				"PUBLISH u1:clients:a x", "MODULE LIST");
		as("search-api", (factory) -> assertThat(commands).allSatisfy((command) -> {
			try (RedisConnection connection = factory.getConnection()) {
				List<String> words = List.of(command.split(" "));
				byte[][] arguments = words.stream().skip(1).map(CacheAccessTests::bytes).toArray(byte[][]::new);
				assertThatThrownBy(() -> connection.execute(words.getFirst(), arguments)).rootCause()
					.hasMessageContaining("NOPERM");
			}
		}));
	}

	@Test
	void refuseWrongPasswordsAndTheDefaultUser() {
		assertThat(failure(Map.of("SPRING_DATA_REDIS_PASSWORD", "wrong"))).contains("WRONGPASS");
		assertThat(failure(Map.of("SPRING_DATA_REDIS_USERNAME", "default"))).contains("WRONGPASS");
		assertThat(failure(Map.of("SPRING_DATA_REDIS_USERNAME", "", "SPRING_DATA_REDIS_PASSWORD", "")))
			.contains("NOAUTH");
		assertThat(failure(Map.of())).as("the right password").isEmpty();
	}

	@Test
	void refusePlainTextAndStrangeCertificates() {
		assertThat(failure(Map.of("SPRING_DATA_REDIS_SSL_ENABLED", "false", "SPRING_DATA_REDIS_SSL_BUNDLE", "")))
			.isNotEmpty();
		assertThat(failure(Map.of("SPRING_DATA_REDIS_SSL_BUNDLE", ""))).as("what the JDK trusts alone")
			.contains("unable to find valid certification path");
		assertThat(failure(Map.of("SPRING_DATA_REDIS_HOST", "localhost"))).as("a name the certificate does not have")
			.contains("localhost");
	}

	@Test
	void letClientsOfAClusterFindItsShards() {
		String operator = "operator on >" + CacheUsers.password("operator") + " ~* +@all";
		try (LocalRedis shard = LocalRedis.startSecured(certificate,
				Stream.concat(Stream.of(operator), services().map(CacheUsers::line)).toList(), "cluster-enabled yes",
				"tls-cluster yes", "cluster-announce-ip 127.0.0.1",
				"cluster-config-file " + folder.resolve("nodes.conf"))) {
			Map<String, String> place = Map.of("SPRING_DATA_REDIS_HOST", "", "SPRING_DATA_REDIS_PORT", "",
					"SPRING_DATA_REDIS_CLUSTER_NODES", "127.0.0.1:" + shard.port());
			run(environment("operator", Map.of("SPRING_DATA_REDIS_PORT", Integer.toString(shard.port()))),
					(factory) -> {
						try (RedisConnection connection = factory.getConnection()) {
							List<byte[]> slots = new ArrayList<>(List.of(bytes("ADDSLOTS")));
							for (int slot = 0; slot < 16_384; slot++) {
								slots.add(bytes(Integer.toString(slot)));
							}
							connection.execute("CLUSTER", slots.toArray(byte[][]::new));
						}
					});
			run(environment("search-api", place), (factory) -> {
				SharedState shared = SharedState.in(factory, InstantSource.system());
				CacheKey key = CacheKey.shownLists();
				await().atMost(Duration.ofSeconds(15)).ignoreExceptions().untilAsserted(() -> {
					shared.put(key, new byte[] { 7 }, Duration.ofMinutes(1));
					assertThat(shared.find(key)).isPresent();
				});
				assertThat(shared.keys("catalogue")).containsExactly(key);
				assertThat(shared.claim(CacheKey.lists("one"), "x", Duration.ofSeconds(1))).isTrue();
			});
		}
	}

	/** Why a client cannot sign in; empty if it can. */
	private static String failure(Map<String, String> changed) {
		StringBuilder failure = new StringBuilder();
		run(environment("search-api", changed), (factory) -> {
			try (RedisConnection connection = factory.getConnection()) {
				connection.ping();
			}
			catch (RuntimeException ex) {
				for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
					failure.append(cause).append('\n');
				}
			}
		});
		return failure.toString();
	}

	private static boolean isAllowed(LettuceConnectionFactory factory, Consumer<RedisConnection> question) {
		try (RedisConnection connection = factory.getConnection()) {
			question.accept(connection);
			return true;
		}
		catch (RuntimeException ex) {
			assertThat(ex).rootCause().hasMessageContaining("NOPERM");
			return false;
		}
	}

	private static void as(String service, Work work) {
		run(environment(service, Map.of()), work);
	}

	/** What a task finds in its environment, and whom this machine's Java trusts. */
	private static Map<String, Object> environment(String service, Map<String, String> changed) {
		Map<String, Object> environment = new LinkedHashMap<>(Map.of("SPRING_DATA_REDIS_SSL_ENABLED", "true",
				"SPRING_DATA_REDIS_HOST", "127.0.0.1", "SPRING_DATA_REDIS_PORT", Integer.toString(redis.port()),
				"SPRING_DATA_REDIS_USERNAME", service, "SPRING_DATA_REDIS_PASSWORD", CacheUsers.password(service),
				"SPRING_SSL_BUNDLE_PEM_CACHE_TRUSTSTORE_CERTIFICATE", certificate.chain().toUri().toString(),
				"SPRING_DATA_REDIS_SSL_BUNDLE", "cache"));
		environment.putAll(changed);
		environment.values().removeIf((value) -> "".equals(value));
		return environment;
	}

	private static void run(Map<String, Object> environment, Work work) {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class, SslAutoConfiguration.class))
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("task-systemEnvironment", environment)))
			.run((context) -> work.with(context.getBean(LettuceConnectionFactory.class)));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** What is done with a client. */
	private interface Work {

		void with(LettuceConnectionFactory client) throws Away;

	}

}
