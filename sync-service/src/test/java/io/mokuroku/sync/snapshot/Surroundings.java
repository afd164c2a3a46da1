package io.mokuroku.sync.snapshot;

import java.io.IOException;
import java.nio.file.Files;

import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * A bucket in a folder, and tokens whose text is their scope.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Surroundings {

	@Bean
	@Primary
	S3Client bucketInFolder() throws IOException {
		return new BucketInFolder(Files.createTempDirectory("bucket"));
	}

	@Bean
	JwtDecoder tokens() {
		return (token) -> Jwt.withTokenValue(token)
			.header("alg", "RS256")
			.subject("operator")
			.claim("scope", token.replace('+', ' '))
			.build();
	}

}
