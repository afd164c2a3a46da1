package io.mokuroku.review;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.mokuroku.review.decision.StatesFake;
import io.mokuroku.testing.LocalEngines;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The service as a whole, the same one for every test: a real database and real queues, a
 * workflow and an issuer that record what they are told.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "mokuroku.reviews.deliver-every=1h", "mokuroku.reviews.budget.release-every=1h" })
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ContextConfiguration(initializers = ReviewServiceTest.Surroundings.class)
@Import(ReviewServiceTest.Tokens.class)
public @interface ReviewServiceTest {

	/**
	 * What the service needs around it.
	 */
	final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		static final LocalEngines ENGINES = LocalEngines.start();

		static final StatesFake STATES = StatesFake.start();

		static final IssuerFake ISSUER = IssuerFake.start();

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			System.setProperty("aws.endpointUrlSfn", STATES.address().toString());
			System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:1");
			TestPropertyValues.of("spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri())
				.applyTo(context);
		}

	}

	/**
	 * Takes the text of a token as its scopes; its bearer is Ada. Answers of sources are
	 * kept in memory.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	class Tokens {

		@Bean
		@Primary
		RawInMemory rawInMemory() {
			return new RawInMemory();
		}

		@Bean
		JwtDecoder tokens() {
			return (token) -> Jwt.withTokenValue(token)
				.header("alg", "RS256")
				.subject("ada")
				.claim("scope", token.replace('+', ' '))
				.build();
		}

	}

}
